using System.Text.Json;

namespace Noroshi.Law.Domain;

/// <summary>The words that the tables use for what the program calls by its own names: <c>ratification_deposit</c>, <c>in-force</c>.</summary>
internal static class LawWords
{
    private static readonly Dictionary<EventKind, string> _events = Enum.GetValues<EventKind>().ToDictionary(kind => kind, kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()));

    private static readonly Dictionary<string, EventKind> _eventsByWord = _events.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    internal static string Of(EventKind kind) => _events[kind];

    internal static EventKind EventOf(string word) => _eventsByWord[word];

    internal static Extent ExtentOf(string word) => Enum.Parse<Extent>(word, ignoreCase: true);

    internal static InstrumentKind KindOf(string word) => word switch
    {
        "convention" => InstrumentKind.Convention,
        "protocol" => InstrumentKind.Protocol,
        "regulation" => InstrumentKind.Regulation,
        "mlat" => InstrumentKind.MutualAssistance,
        "extradition" => InstrumentKind.Extradition,
        "cloud-act" => InstrumentKind.CloudAct,
        _ => throw new FormatException($"'{word}' is not a kind of instrument."),
    };

    internal static string Of(InstrumentKind kind) => kind switch
    {
        InstrumentKind.Convention => "convention",
        InstrumentKind.Protocol => "protocol",
        InstrumentKind.Regulation => "regulation",
        InstrumentKind.MutualAssistance => "mlat",
        InstrumentKind.Extradition => "extradition",
        _ => "cloud-act",
    };

    /// <summary>Reads <c>3months</c> or <c>30days</c>; null for an empty cell.</summary>
    internal static EntryWait? WaitOf(string word) => word.Length == 0
        ? null
        : word.EndsWith("months", StringComparison.Ordinal)
            ? new EntryWait(Count(word, "months"), true)
            : new EntryWait(Count(word, "days"), false);

    private static int Count(string word, string unit) => int.Parse(word.AsSpan(0, word.Length - unit.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
}
