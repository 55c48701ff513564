using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>Who confirmed this node's checkpoints: the cosignatures that peers sent back.</summary>
internal sealed class Witnesses(RecordStore records, CheckpointRecords checkpoints)
{
    // Of this many checkpoints the page shows who confirmed them.
    private const int Shown = 50;

    /// <summary>Keeps a peer's cosignature under one of our checkpoints.</summary>
    /// <param name="witness">The peer's key.</param>
    /// <param name="note">Our checkpoint as the peer returned it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>When the peer cosigned; null when it is not our checkpoint, or not that key's signature.</returns>
    /// <exception cref="FormatException">It is not a signed checkpoint.</exception>
    internal async Task<DateTimeOffset?> TakeInAsync(NoteVerifier witness, string note, CancellationToken cancel)
    {
        var returned = SignedNote.Parse(note);
        var size = Checkpoint.Parse(returned.Text).Size;
        if (await checkpoints.FindAsync(size, cancel) is not { } ours || ours.Note.Text != returned.Text) return null;
        if (witness.Cosigned(returned) is not { } at) return null;
        var line = returned.Signatures.First(signature => signature.KeyId == witness.CosignatureKeyId && signature.Name == witness.Name);
        await records.ExecuteAsync(
            """
            INSERT INTO ledger_cosignature (size, witness, line, at) VALUES (@size, @Name, @line, @at)
            ON CONFLICT (size, witness) DO UPDATE SET line = excluded.line, at = excluded.at
            """,
            new { size, witness.Name, line = line.ToString(), at },
            cancel);
        return at;
    }

    /// <summary>The checkpoint with the cosignatures known of it.</summary>
    internal async Task<SignedCheckpoint> AddToAsync(SignedCheckpoint signed, CancellationToken cancel)
    {
        var lines = await records.QueryAsync<string>("SELECT line FROM ledger_cosignature WHERE size = @Size ORDER BY witness", new { signed.Checkpoint.Size }, cancel);
        return signed with { Note = lines.Select(NoteSignature.Parse).Aggregate(signed.Note, (note, line) => note.With(line)) };
    }

    /// <summary>Size of our largest checkpoint that a witness confirmed; 0 when none.</summary>
    internal async Task<long> ConfirmedAsync(string witness, CancellationToken cancel) =>
        await records.FirstAsync<long?>("SELECT MAX(size) FROM ledger_cosignature WHERE witness = @witness", new { witness }, cancel) ?? 0;

    /// <summary>For each witness the largest checkpoint it confirmed, the newest first.</summary>
    internal Task<IReadOnlyList<Witnessed>> ListAsync(CancellationToken cancel) => records.QueryAsync<Witnessed>(
        $"""
        SELECT c.witness, c.size, c.at FROM ledger_cosignature c
        WHERE c.size = (SELECT MAX(o.size) FROM ledger_cosignature o WHERE o.witness = c.witness) ORDER BY c.at DESC LIMIT {Shown}
        """,
        null,
        cancel);

    /// <summary>How far a peer has confirmed our ledger.</summary>
    internal sealed record Witnessed
    {
        /// <summary>Name of the peer's ledger.</summary>
        public string Witness { get; init; } = "";

        /// <summary>Leaves of the checkpoint.</summary>
        public long Size { get; init; }

        public DateTimeOffset At { get; init; }
    }
}
