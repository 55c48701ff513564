namespace Noroshi.Contracts;

/// <summary>Records security-relevant acts. The transparency ledger takes this over when federation arrives.</summary>
public interface IAuditLog
{
    /// <summary>Appends the act durably; returns once it survives a crash.</summary>
    Task RecordAsync(AuditEvent act, CancellationToken cancel = default);
}
