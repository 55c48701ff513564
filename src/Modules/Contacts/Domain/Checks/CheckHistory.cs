namespace Noroshi.Contacts.Domain;

/// <summary>What the checks of one point say about it now.</summary>
/// <param name="Last">The newest check.</param>
/// <param name="LastAnswer">The newest answered check, or null.</param>
internal sealed record CheckHistory(ContactCheck Last, ContactCheck? LastAnswer)
{
    /// <summary>True where the newest check was not answered in its time and nobody answered since.</summary>
    internal bool IsOverdueAt(DateTimeOffset now) => Last.StatusAt(now) == CheckStatus.Overdue;

    /// <summary>By point, from checks in any order.</summary>
    internal static IReadOnlyDictionary<string, CheckHistory> Of(IEnumerable<ContactCheck> checks) => checks
        .GroupBy(check => check.PointId, StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => new CheckHistory(group.MaxBy(check => check.SentAt)!, group.Where(check => check.AnsweredAt is not null).MaxBy(check => check.AnsweredAt)),
            StringComparer.Ordinal);

    internal static IReadOnlyDictionary<string, CheckHistory> None { get; } = new Dictionary<string, CheckHistory>();
}
