namespace Noroshi.Storage.Backups;

/// <summary>A store that can give a consistent copy of itself while it is being used. Register one for each store in the data folder.</summary>
public interface IBackupPart
{
    /// <summary>Names directly below the data folder that this store answers for; everything else is copied as it lies.</summary>
    IReadOnlyList<string> Owns { get; }

    /// <summary>Parts are taken in this order: what is referred to after what refers to it (observations 100, records 200, blobs 300).</summary>
    int Order { get; }

    /// <summary>Takes the copy: new files go below <paramref name="staging"/>; files that never change may be named where they are.</summary>
    Task<BackupShare> ShareAsync(string staging, CancellationToken cancel);
}
