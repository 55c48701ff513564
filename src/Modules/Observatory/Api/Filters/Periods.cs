namespace Noroshi.Observatory.Api;

/// <summary>Period presets, counted back from the end of the last day held, and the bins a chart may be drawn in.</summary>
internal static class Periods
{
    internal const string Default = "14d";

    internal static readonly IReadOnlyDictionary<string, TimeSpan> Presets = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
    {
        ["1d"] = TimeSpan.FromDays(1),
        ["7d"] = TimeSpan.FromDays(7),
        ["14d"] = TimeSpan.FromDays(14),
        ["30d"] = TimeSpan.FromDays(30),
        ["90d"] = TimeSpan.FromDays(90),
        ["365d"] = TimeSpan.FromDays(365),
    };

    internal static readonly IReadOnlyDictionary<string, TimeSpan> Bins = new Dictionary<string, TimeSpan>(StringComparer.Ordinal)
    {
        ["1m"] = TimeSpan.FromMinutes(1),
        ["5m"] = TimeSpan.FromMinutes(5),
        ["1h"] = TimeSpan.FromHours(1),
        ["6h"] = TimeSpan.FromHours(6),
        ["1d"] = TimeSpan.FromDays(1),
        ["7d"] = TimeSpan.FromDays(7),
    };

    /// <summary>A view may not ask for more bins than this: a chart cannot show them and a page should not carry them.</summary>
    internal const int MostBins = 5_000;

    internal static readonly TimeSpan Longest = TimeSpan.FromDays(3_660);

    internal static TimeSpan BinFor(TimeSpan length) =>
        length <= TimeSpan.FromHours(6) ? Bins["1m"]
        : length <= TimeSpan.FromDays(1) ? Bins["5m"]
        : length <= TimeSpan.FromDays(14) ? Bins["1h"]
        : length <= TimeSpan.FromDays(90) ? Bins["6h"]
        : length <= TimeSpan.FromDays(730) ? Bins["1d"]
        : Bins["7d"];
}
