using System.Text.RegularExpressions;
using Noroshi.Kernel;
using Noroshi.WeakLinks.Reading;

namespace Noroshi.WeakLinks.Recorded;

/// <summary>The recorded level of a state in one point of a model, written <c>CMM-2021/D1.2</c> in place of a maturity.</summary>
internal sealed partial record MaturityAsk(string State, string Model, string Code)
{
    internal string Basis => $"{Model}/{Code}";

    /// <summary>What the cell asks for; null where it holds a number or nothing.</summary>
    internal static MaturityAsk? Of(CsvRow row, string column)
    {
        if (Form.Match(row.Text(column)) is not { Success: true } match) return null;
        var owner = row.Text("owner");
        if (!CountryCode.TryParse(owner, out var state))
            throw row.Refuse("owner", $"is '{owner}', but m names a recorded level", "Give the two letters of the state whose level is meant (ISO 3166-1), or give m as a number.");
        return new MaturityAsk(state.ToString(), match.Groups[1].Value, match.Groups[2].Value);
    }

    [GeneratedRegex(@"^([A-Za-z][\w.-]{0,39})/([\w.-]{1,40})$")]
    private static partial Regex Form { get; }
}
