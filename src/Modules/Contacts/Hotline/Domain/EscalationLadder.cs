namespace Noroshi.Contacts.Hotline;

/// <summary>When each rung of the ladder is due: the first after a third of the target, the next after two thirds, and so on.</summary>
internal static class EscalationLadder
{
    internal static DateTimeOffset DueAt(DateTimeOffset rangAt, TimeSpan target, int position) => rangAt + (target / 3 * position);

    /// <summary>The rungs that are due now and were not climbed yet, lowest first.</summary>
    internal static IReadOnlyList<LadderRung> Due(DateTimeOffset rangAt, TimeSpan target, IReadOnlyList<LadderRung> ladder, int climbed, DateTimeOffset now) =>
        [.. ladder.OrderBy(rung => rung.Position).Skip(climbed).TakeWhile(rung => DueAt(rangAt, target, rung.Position) <= now)];

    /// <summary>The next rung and when it is due; null when the ladder ends.</summary>
    internal static (LadderRung Rung, DateTimeOffset At)? Next(DateTimeOffset rangAt, TimeSpan target, IReadOnlyList<LadderRung> ladder, int climbed) =>
        ladder.OrderBy(rung => rung.Position).Skip(climbed).FirstOrDefault() is { } rung ? (rung, DueAt(rangAt, target, rung.Position)) : null;
}
