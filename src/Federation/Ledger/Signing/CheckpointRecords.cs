using System.Text;
using Microsoft.Extensions.Logging;
using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>The checkpoints this node signed, in the records, and the last of them in a file beside the tiles.</summary>
internal sealed class CheckpointRecords(RecordStore records, LedgerFolder folder, ILogger<CheckpointRecords> log)
{
    /// <summary>The largest signed so far by the records.</summary>
    internal async Task<SignedCheckpoint?> LastAsync(CancellationToken cancel) =>
        Read(await records.FirstAsync<Row>("SELECT note, at FROM ledger_checkpoint ORDER BY size DESC LIMIT 1", null, cancel));

    /// <summary>The one signed at a size.</summary>
    internal async Task<SignedCheckpoint?> FindAsync(long size, CancellationToken cancel) =>
        Read(await records.FirstAsync<Row>("SELECT note, at FROM ledger_checkpoint WHERE size = @size", new { size }, cancel));

    /// <summary>Sizes and roots (base64) of all, by size.</summary>
    internal async Task<IReadOnlyList<(long Size, string Root)>> RootsAsync(CancellationToken cancel) =>
        [.. (await records.QueryAsync<Row>("SELECT size, root FROM ledger_checkpoint ORDER BY size", null, cancel)).Select(row => (row.Size, row.Root))];

    /// <summary>The last that was given out, by the file; null when there is none that can be read.</summary>
    internal SignedNote? Outside()
    {
        try
        {
            return File.Exists(folder.Checkpoint) ? SignedNote.Parse(File.ReadAllText(folder.Checkpoint)) : null;
        }
        catch (FormatException failure)
        {
            log.LogWarning("The file {File} is no checkpoint: {Reason}", folder.Checkpoint, failure.Message);
            return null;
        }
    }

    /// <summary>Keeps a checkpoint for good, in the records first; only then may it be given out.</summary>
    internal async Task KeepAsync(SignedCheckpoint signed, CancellationToken cancel)
    {
        await records.ExecuteAsync(
            "INSERT INTO ledger_checkpoint (size, root, note, at) VALUES (@Size, @RootText, @note, @At)",
            new { signed.Checkpoint.Size, signed.Checkpoint.RootText, note = signed.Note.ToString(), signed.At },
            cancel);
        KeepOutside(signed.Note);
    }

    /// <summary>Keeps the file in step after a crash between the records and it.</summary>
    internal void KeepOutside(SignedNote note)
    {
        Directory.CreateDirectory(folder.Path);
        Durable.Write(folder.Checkpoint, Encoding.UTF8.GetBytes(note.ToString()));
        Durable.SyncFolder(folder.Path);
    }

    private static SignedCheckpoint? Read(Row? row)
    {
        if (row is null) return null;
        var note = SignedNote.Parse(row.Note);
        return new SignedCheckpoint(Checkpoint.Parse(note.Text), note, row.At);
    }

    private sealed class Row
    {
        public long Size { get; init; }

        public string Root { get; init; } = "";

        public string Note { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }
}
