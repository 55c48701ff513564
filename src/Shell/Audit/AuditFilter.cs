namespace Noroshi.Shell.Audit;

/// <summary>Which acts to show; what is <c>null</c> is not asked for.</summary>
/// <param name="From">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
/// <param name="Act">Exactly this act, or all below it when it ends in a dot.</param>
/// <param name="Actor">Exactly this actor.</param>
/// <param name="Succeeded">The outcome.</param>
/// <param name="Before">Below this sequence number: the next page.</param>
internal sealed record AuditFilter(
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    string? Act = null,
    string? Actor = null,
    bool? Succeeded = null,
    long? Before = null)
{
    public string Where
    {
        get
        {
            var parts = new List<string>();
            if (From is not null) parts.Add("at >= @From");
            if (Until is not null) parts.Add("at < @Until");
            if (Act is not null) parts.Add(Act.EndsWith('.') ? "substr(act, 1, @ActLength) = @Act" : "act = @Act");
            if (Actor is not null) parts.Add("actor = @Actor");
            if (Succeeded is not null) parts.Add("succeeded = @Succeeded");
            if (Before is not null) parts.Add("sequence < @Before");
            return parts.Count == 0 ? string.Empty : "WHERE " + string.Join(" AND ", parts);
        }
    }

    public object Values(int count) => new { From, Until, Act, ActLength = Act?.Length ?? 0, Actor, Succeeded, Before, Count = count };
}
