namespace Noroshi.WeakLinks.Recorded;

/// <summary>What is asked of the records of the node in one go.</summary>
/// <param name="States">States whose recorded maturity is wanted.</param>
/// <param name="Traffic">Traffic that is wanted.</param>
/// <param name="Projects">Whether the recorded projects are wanted.</param>
internal sealed record FiguresAsked(IReadOnlyList<string> States, IReadOnlyList<TrafficAsk> Traffic, bool Projects);
