namespace Noroshi.Shell.Audit;

/// <summary>What following the audit chain came to.</summary>
/// <param name="Intact">How many acts, from the first on, are as they were recorded.</param>
/// <param name="BrokenAt">The first sequence number that is not; <c>null</c> when all are.</param>
/// <param name="Reason">What is wrong there.</param>
internal sealed record AuditVerdict(long Intact, long? BrokenAt, string? Reason);
