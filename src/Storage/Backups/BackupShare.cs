namespace Noroshi.Storage.Backups;

/// <summary>What one store gives to a backup.</summary>
/// <param name="Files">Path in the data folder (with <c>/</c>) and the file to read it from.</param>
/// <param name="Guidance">What the operator still has to do by hand; <c>null</c> when the files are all.</param>
public sealed record BackupShare(IReadOnlyList<(string Path, string File)> Files, string? Guidance = null);
