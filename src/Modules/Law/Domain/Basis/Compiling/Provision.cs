using System.Globalization;
using System.Text.RegularExpressions;

namespace Noroshi.Law.Domain;

/// <summary>One place in an instrument: article, paragraph and letters, perhaps up to a last one (<c>27(2)-(9)</c>).</summary>
/// <param name="Steps">Article first; the last step may be a range, then <paramref name="Until"/> is its end.</param>
/// <param name="Until">End of the range; null for a single place.</param>
internal sealed partial record Provision(IReadOnlyList<string> Steps, string? Until)
{
    /// <summary>Reads <c>27(2)-(9);28</c>. Parts that are no places (<c>per treaty</c>, <c>18 USC 2523(d)</c>) are left out: nothing refers to them.</summary>
    public static IReadOnlyList<Provision> ParseAll(string text)
    {
        var found = new List<Provision>();
        foreach (var part in text.Split(';', ','))
        {
            var match = Shape().Match(part.Trim());
            if (!match.Success) continue;
            var steps = new List<string> { match.Groups["article"].Value };
            steps.AddRange(match.Groups["step"].Captures.Select(capture => capture.Value));
            found.Add(new Provision(steps, match.Groups["until"].Success ? match.Groups["until"].Value : null));
        }

        return found;
    }

    /// <summary>The place one step up: 27(9) for 27(9)(e).</summary>
    public Provision Parent => new([.. Steps.Take(Math.Max(1, Steps.Count - 1))], null);

    /// <summary>Whether the other place lies within this one.</summary>
    public bool Covers(Provision other)
    {
        if (other.Steps.Count < Steps.Count) return false;
        var fixedSteps = Until is null ? Steps.Count : Steps.Count - 1;
        for (var i = 0; i < fixedSteps; i++)
        {
            if (Steps[i] != other.Steps[i]) return false;
        }

        return Until is null || Within(Steps[^1], other.Steps[fixedSteps], Until);
    }

    public static bool AnyCovers(IReadOnlyList<Provision> outer, IReadOnlyList<Provision> inner) => outer.Any(place => inner.Any(place.Covers));

    private static bool Within(string first, string step, string last) =>
        Number(first, out var from) && Number(step, out var number) && Number(last, out var until)
            ? number >= from && number <= until
            : string.CompareOrdinal(step, first) >= 0 && string.CompareOrdinal(step, last) <= 0;

    private static bool Number(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"^(?:ETS\d+ )?(?<article>\d{1,4})(?:\((?<step>[0-9a-z]{1,4})\))*(?:-\((?<until>[0-9a-z]{1,4})\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
