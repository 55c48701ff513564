using System.Globalization;
using System.Text.RegularExpressions;
using Noroshi.Kernel;
using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Reading;

namespace Noroshi.WeakLinks.Recorded;

/// <summary>The days on which the observatory saw traffic that used networks of a state, or one network, written <c>observed/90</c> in place of a probability.</summary>
internal sealed partial record TrafficAsk(string? State, uint? Network, int Days)
{
    private const int UsualDays = 30;
    private const int MostDays = 366;

    internal string Who => Network is { } number ? string.Create(CultureInfo.InvariantCulture, $"AS{number}") : State!;

    /// <summary>What the cell asks for of the node the edge comes from; null where it holds a number or nothing.</summary>
    internal static TrafficAsk? Of(CsvRow row, string column, LinkNode from)
    {
        if (Form.Match(row.Text(column)) is not { Success: true } match) return null;
        var days = match.Groups[1].Success && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var given) ? given : UsualDays;
        if (days is < 1 or > MostDays) throw row.Refuse(column, $"asks for {days} days", $"Give from 1 to {MostDays}.");
        if (Number.Match(from.Id) is { Success: true } number && uint.TryParse(number.Groups[1].Value, CultureInfo.InvariantCulture, out var network)) return new TrafficAsk(null, network, days);
        if (CountryCode.TryParse(from.Owner, out var state)) return new TrafficAsk(state.ToString(), null, days);
        throw row.Refuse("from", $"is '{from.Id}', which is neither a network (AS64512) nor owned by a state", "Give the node an owner of two letters (ISO 3166-1), or give the probability as a number.");
    }

    [GeneratedRegex("^observed(?:/([0-9]{1,6}))?$")]
    private static partial Regex Form { get; }

    [GeneratedRegex("^AS([0-9]{1,10})$")]
    private static partial Regex Number { get; }
}
