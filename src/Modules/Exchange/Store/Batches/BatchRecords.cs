using System.Text.Encodings.Web;
using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>Takes envelopes in: small ones at once, large ones in parts after they are safely kept. What is acknowledged survives a crash.</summary>
/// <param name="records">The records.</param>
/// <param name="objects">Where objects are kept.</param>
/// <param name="shelf">The marking-definitions that are known.</param>
/// <param name="clock">Now.</param>
internal sealed class BatchRecords(RecordStore records, ObjectRecords objects, MarkingShelf shelf, TimeProvider clock)
{
    /// <summary>Objects that are taken in while the sender waits; an envelope of more is taken in afterwards.</summary>
    internal const int AtOnce = 2000;

    private const int Part = 1000;
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes an envelope in.</summary>
    /// <param name="collection">Where to.</param>
    /// <param name="items">The bytes of each object.</param>
    /// <param name="body">The envelope, kept until all of it is taken in.</param>
    /// <param name="sender">Who sent it.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<AddOutcome> AddAsync(ExchangeCollection collection, IReadOnlyList<ReadOnlyMemory<byte>> items, ReadOnlyMemory<byte> body, Sender sender, CancellationToken cancel)
    {
        var (id, at) = (Guid.NewGuid().ToString("D"), Moments.Of(clock.GetUtcNow()));
        if (items.Count > AtOnce)
        {
            await records.TransactAsync(transaction => WriteAsync(transaction, id, collection, at, sender, items.Count, [], [], body.ToArray(), cancel), cancel).ConfigureAwait(false);
            return new AddOutcome(id, at, items.Count, [], []);
        }

        return await records.TransactAsync(transaction => AddAsync(transaction, id, at, collection, items, sender, cancel), cancel).ConfigureAwait(false);
    }

    /// <summary>Takes objects in within a transaction of the caller, so that what it notes beside is kept with them or not at all.</summary>
    internal async Task<AddOutcome> AddAsync(RecordTransaction transaction, string id, long at, ExchangeCollection collection, IReadOnlyList<ReadOnlyMemory<byte>> items, Sender sender, CancellationToken cancel)
    {
        var (kept, refused) = await TakeAsync(transaction, collection, items, id, sender, cancel).ConfigureAwait(false);
        await WriteAsync(transaction, id, collection, at, sender, items.Count, kept, refused, null, cancel).ConfigureAwait(false);
        return new AddOutcome(id, at, items.Count, kept, refused);
    }

    /// <summary>The status of what a sender sent; null where it sent nothing of that name.</summary>
    public Task<BatchRow?> FindAsync(string id, string sender, CancellationToken cancel) =>
        records.FirstAsync<BatchRow>("SELECT id, collection, at, sender, sender_name, state, origin, total, succeeded, failed, details FROM exchange_batch WHERE id = @id AND sender = @sender", new { id, sender }, cancel);

    /// <summary>Lines of a status.</summary>
    internal static (IReadOnlyList<ObjectNote> Kept, IReadOnlyList<ObjectNote> Refused) Lines(BatchRow row)
    {
        var notes = row.Details is null ? [] : JsonSerializer.Deserialize<List<ObjectNote>>(row.Details, _json) ?? [];
        return ([.. notes.Where(note => note.Message is null)], [.. notes.Where(note => note.Message is not null)]);
    }

    /// <summary>Envelopes that wait, oldest first.</summary>
    public Task<IReadOnlyList<string>> WaitingAsync(CancellationToken cancel) => records.QueryAsync<string>("SELECT id FROM exchange_batch WHERE waiting IS NOT NULL ORDER BY at", null, cancel);

    /// <summary>Takes the next parts of a waiting envelope in until nothing of it waits. May be stopped at any point and begun again.</summary>
    public async Task FinishAsync(string id, Func<int, CancellationToken, Task<ExchangeCollection?>> find, CancellationToken cancel)
    {
        var body = await records.FirstAsync<byte[]>("SELECT waiting FROM exchange_batch WHERE id = @id AND waiting IS NOT NULL", new { id }, cancel).ConfigureAwait(false);
        if (body is null || EnvelopeReader.Read(body, out _) is not { } items) return;
        while (await NextPartAsync(id, items, find, cancel).ConfigureAwait(false))
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private Task<bool> NextPartAsync(string id, IReadOnlyList<ReadOnlyMemory<byte>> items, Func<int, CancellationToken, Task<ExchangeCollection?>> find, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("exchange", cancel).ConfigureAwait(false);
            var row = await transaction.FirstAsync<BatchRow>("SELECT id, collection, sender, sender_name, state, total, succeeded, failed, origin, details FROM exchange_batch WHERE id = @id AND waiting IS NOT NULL", new { id }, cancel).ConfigureAwait(false);
            if (row is null || await find(row.Collection, cancel).ConfigureAwait(false) is not { } collection) return false;
            var done = row.Succeeded + row.Failed;
            var part = items.Skip(done).Take(Part).ToList();
            var (kept, refused) = await TakeAsync(transaction, collection, part, id, new Sender(row.Sender, row.SenderName, row.State, (Origin)row.Origin), cancel).ConfigureAwait(false);
            var (before, beforeRefused) = Lines(row);
            var finished = done + part.Count >= row.Total;
            await transaction.ExecuteAsync(
                $"UPDATE exchange_batch SET succeeded = @succeeded, failed = @failed, details = @details{(finished ? ", waiting = NULL" : "")} WHERE id = @id",
                new { id, succeeded = row.Succeeded + kept.Count, failed = row.Failed + refused.Count, details = Details(before.Concat(beforeRefused).Concat(kept).Concat(refused)) },
                cancel).ConfigureAwait(false);
            return !finished;
        },
        cancel);

    private async Task<(List<ObjectNote> Kept, List<ObjectNote> Refused)> TakeAsync(RecordTransaction transaction, ExchangeCollection collection, IReadOnlyList<ReadOnlyMemory<byte>> items, string batch, Sender sender, CancellationToken cancel)
    {
        List<ObjectHead> heads = new(items.Count);
        List<ObjectNote> kept = [], refused = [];
        var book = await shelf.BookAsync(cancel).ConfigureAwait(false);
        foreach (var item in items)
        {
            if (ObjectHead.Read(item, out var problem, out var named) is not { } head) refused.Add(new ObjectNote(Cut(named), "", problem));
            else if (Above(item, book, collection.Ceiling) is { } level) refused.Add(new ObjectNote(head.Id, head.Shown, $"It is marked {level.Label()}; this collection takes up to {collection.Ceiling.Label()}."));
            else heads.Add(head);
        }

        foreach (var note in await objects.AddAsync(transaction, collection.Number, heads, batch, sender, cancel).ConfigureAwait(false)) (note.Message is null ? kept : refused).Add(note);
        return (kept, refused);
    }

    private static Tlp? Above(ReadOnlyMemory<byte> item, MarkingBook book, Tlp ceiling)
    {
        using var document = JsonDocument.Parse(item);
        return MarkedParts.Read(document.RootElement, book) is { Whole.Tlp: { } level } && level > ceiling ? level : null;
    }

    private static Task<int> WriteAsync(
        RecordTransaction transaction, string id, ExchangeCollection collection, long at, Sender sender, int total, List<ObjectNote> kept, List<ObjectNote> refused, byte[]? waiting, CancellationToken cancel) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO exchange_batch (id, collection, at, sender, sender_name, state, origin, total, succeeded, failed, details, waiting)
            VALUES (@id, @Number, @at, @Holder, @Name, @State, @origin, @total, @succeeded, @failed, @details, @waiting)
            """,
            new { id, collection.Number, at, sender.Holder, sender.Name, sender.State, origin = (int)sender.Origin, total, succeeded = kept.Count, failed = refused.Count, details = Details(kept.Concat(refused)), waiting },
            cancel);

    private static string Details(IEnumerable<ObjectNote> notes) => JsonSerializer.Serialize(notes, _json);

    private static string Cut(string text) => text.Length <= 300 ? text : text[..300];
}
