using Noroshi.Contracts;
using Noroshi.Storage;

namespace Noroshi.Shell.Audit;

/// <summary>The door for rooms that record an act in the same transaction as what it did.</summary>
public static class ActTrail
{
    /// <summary>Records the act together with what it did: both are kept, or neither.</summary>
    public static Task RecordAsync(RecordTransaction transaction, AuditEvent act, CancellationToken cancel) => AuditLog.RecordAsync(transaction, act, cancel);

    /// <summary>Records many acts in their order, together with what they did; for imports and the like.</summary>
    public static Task RecordAllAsync(RecordTransaction transaction, IReadOnlyCollection<AuditEvent> acts, CancellationToken cancel) => AuditLog.RecordAllAsync(transaction, acts, cancel);
}
