namespace Noroshi.Storage;

/// <summary>What a backup of the records came to.</summary>
/// <param name="File">The consistent copy that was written; <c>null</c> when the database keeps its own backups.</param>
/// <param name="Guidance">What the operator still has to do; <c>null</c> when the copy is all.</param>
public sealed record RecordBackup(string? File, string? Guidance);
