using Noroshi.Contracts;

namespace Noroshi.WeakLinks.Recorded;

/// <summary>What the records of the node answer. Plain, because it also crosses from the serving node to a verb.</summary>
internal sealed record FiguresFound(IReadOnlyList<FiguresFound.Level> Levels, IReadOnlyList<FiguresFound.Flow> Flows, IReadOnlyList<FiguresFound.Registered> Projects)
{
    /// <summary>A level of a state in one point; stays inside where its marking keeps it in the organisation that entered it.</summary>
    internal sealed record Level(string State, string Model, string Code, double Maturity, double? Low, double? High, string Source, bool StaysInside, bool Exercise);

    /// <summary>Days watched and seen; null where nothing is held or may be read.</summary>
    internal sealed record Flow(TrafficAsk Ask, ObservedDays? Days);

    /// <summary>A project of the registry: what a row may take over, and how much of what was predicted came about (null where not both is recorded), with its error.</summary>
    internal sealed record Registered(string Id, string Title, double? MillionUsd, IReadOnlyList<string> Currencies, double? Tied, double? Months, string Donor, double? Ratio, double Error, bool StaysInside, bool Exercise);
}
