namespace Noroshi.Shell.Audit;

/// <summary>An act as a leaf of the ledger.</summary>
/// <param name="Index">Its place, from 0: the sequence number in the audit log less one.</param>
/// <param name="Content">
/// UTF-8 of a JSON array of texts: hash of the act before (empty for the first), sequence number, time, act, actor, organisation, subject,
/// <c>1</c> or <c>0</c> for the outcome, details. Where nothing is known, <c>null</c>.
/// </param>
/// <param name="Hash">The hash that the audit log keeps of it: SHA-256 of <paramref name="Content"/> in hexadecimal digits, unless somebody changed it.</param>
public sealed record ActLeaf(long Index, byte[] Content, string Hash);
