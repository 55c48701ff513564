namespace Noroshi.Observatory.Domain;

/// <summary>One bin of the overview chart: events and unique sources by origin and target kind.</summary>
internal sealed record SeriesPoint(DateTimeOffset At, Origin Origin, TargetKind TargetKind, long Events, long Sources);
