using System.Text.Json;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>What may pass between this node and one peer, as this side sees it.</summary>
/// <param name="Send">Types of messages that may leave: a type, or all below it (<c>hotline.*</c>).</param>
/// <param name="Accept">Types of messages that are applied when they come.</param>
/// <param name="Ceiling">The most restricted TLP label that may leave.</param>
/// <param name="PerMinute">Messages of the peer taken in a minute.</param>
internal sealed record Agreement(IReadOnlyList<string> Send, IReadOnlyList<string> Accept, string Ceiling, int PerMinute)
{
    private const int MostTypes = 50;

    /// <summary>What a new peering begins with: contacts and the hotline, up to TLP:AMBER+STRICT.</summary>
    internal static Agreement Initial { get; } = new(["contacts.*", "hotline.*"], ["contacts.*", "hotline.*"], Tlp.AmberStrict.Label(), 6000);

    internal bool Sends(string type) => Send.Any(allowed => Covers(allowed, type));

    internal bool Accepts(string type) => Accept.Any(allowed => Covers(allowed, type));

    internal bool Carries(string marking) =>
        TlpLabel.TryParse(marking, out var asked) && TlpLabel.TryParse(Ceiling, out var most) && asked <= most;

    /// <exception cref="RefusalException">A type, the ceiling or the rate is not one.</exception>
    internal Agreement Checked()
    {
        foreach (var type in Send.Concat(Accept))
        {
            if (!IsType(type)) throw new RefusalException($"'{type}' is not a type of messages. Write it like hotline.message, or hotline.* for all below it.", RefusalException.Input);
        }

        if (Send.Count > MostTypes || Accept.Count > MostTypes) throw new RefusalException("An agreement names at most 50 types each way.", RefusalException.Input);
        if (!TlpLabel.TryParse(Ceiling, out var ceiling)) throw new RefusalException($"'{Ceiling}' is not a TLP label. Use TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED.", RefusalException.Input);
        if (PerMinute is < 1 or > 100_000) throw new RefusalException("The number of messages a minute is 1 to 100000.", RefusalException.Input);
        return this with { Send = [.. Send.Distinct().Order(StringComparer.Ordinal)], Accept = [.. Accept.Distinct().Order(StringComparer.Ordinal)], Ceiling = ceiling.Label() };
    }

    internal string Json() => JsonSerializer.Serialize(this);

    internal static Agreement Read(string json) => JsonSerializer.Deserialize<Agreement>(json)!;

    private static bool Covers(string allowed, string type) =>
        allowed.EndsWith(".*", StringComparison.Ordinal) ? type.StartsWith(allowed.AsSpan(0, allowed.Length - 1), StringComparison.Ordinal) : allowed == type;

    private static bool IsType(string type) =>
        type.Length is > 0 and <= 60 && type.Split('.').Select((part, place) => (part, place)).All(each =>
            (each.part == "*" && each.place > 0 && type.EndsWith(".*", StringComparison.Ordinal)) || (each.part.Length > 0 && each.part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')));
}
