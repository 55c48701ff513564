using Noroshi.Exchange.Store;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Stix;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>Fetches a collection of others page by page. Each page and the place behind it are kept in one transaction: a stop at any point loses nothing and doubles nothing.</summary>
internal sealed class PullCollection(TaxiiClient client, SourceRecords sources, BatchRecords batches, ExchangeDirectory directory, RecordStore records, TimeProvider clock)
{
    private const int UsualPage = 1000;

    // Other servers give one time to many objects, or set it before they keep them: what came just before the last is asked for again, and known.
    private static readonly long _overlap = 2;

    /// <summary>Makes the source that a pull by hand reads from, and the collection that it fills: nobody may read that until somebody is granted.</summary>
    public async Task<ExchangeSource> PrepareAsync(TaxiiAddress address, string token, string organisation, Actor by, CancellationToken cancel)
    {
        var id = address.Key("source");
        if (await sources.FindAsync(id, cancel).ConfigureAwait(false) is { EndedAt: null } known) return known;
        var (root, _) = await client.RootAsync(address, token, cancel).ConfigureAwait(false);
        var title = await client.TitleAsync(root, address.Collection, token, cancel).ConfigureAwait(false);
        var collection = await CollectionAsync(address, title, by, cancel).ConfigureAwait(false);
        await sources.SaveAsync(new ExchangeSource { Id = id, Name = title, Url = address.Root.AbsoluteUri, RemoteCollection = address.Collection, Collection = collection.Number, Organisation = organisation }, by, cancel).ConfigureAwait(false);
        return (await sources.FindAsync(id, cancel).ConfigureAwait(false))!;
    }

    /// <summary>Fetches what is new; notes how it went.</summary>
    /// <param name="source">From where.</param>
    /// <param name="token">What it is asked with.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<PullOutcome> RunAsync(ExchangeSource source, string token, CancellationToken cancel)
    {
        var (pages, taken, rejected) = (0, 0L, 0L);
        var collection = (await directory.BookAsync(cancel).ConfigureAwait(false)).Any(source.Collection)!;
        try
        {
            var address = TaxiiAddress.Read(source.Url, source.RemoteCollection);
            var (root, _) = await client.RootAsync(address, token, cancel).ConfigureAwait(false);
            var (after, next, limit, restarted) = (source.AddedAfter, source.NextToken, UsualPage, false);
            string? last = null;
            while (true)
            {
                RemotePage page;
                try
                {
                    page = await client.PageAsync(root, address.Collection, token, after, next, limit, cancel).ConfigureAwait(false);
                }
                catch (RemoteException large) when (large.IsTooLarge && limit > 1)
                {
                    limit = Math.Max(1, limit / 4);
                    continue;
                }
                catch (RemoteException lost) when (lost.Status is 400 or 404 or 410 && next is not null && !restarted)
                {
                    // The server no longer knows the place: the walk begins again where it began.
                    await sources.RestartAsync(source.Id, cancel).ConfigureAwait(false);
                    (next, restarted) = (null, true);
                    continue;
                }

                last = Later(last, page.LastAdded);
                var outcome = await KeepAsync(source, collection, page, page.Next is null ? Before(last) ?? after : after, cancel).ConfigureAwait(false);
                (pages, taken, rejected) = (pages + 1, taken + outcome.Kept.Count, rejected + outcome.Refused.Count);
                if (page.Next is null) break;
                next = page.Next;
            }

            await sources.NoteAsync(source.Id, null, cancel).ConfigureAwait(false);
            return new PullOutcome(collection.Id, pages, taken, rejected, 0, null);
        }
        catch (Exception failed) when (failed is RemoteException or RefusalException)
        {
            await sources.NoteAsync(source.Id, failed.Message, cancel).ConfigureAwait(false);
            return new PullOutcome(collection.Id, pages, taken, rejected, 0, failed.Message);
        }
    }

    private Task<AddOutcome> KeepAsync(ExchangeSource source, ExchangeCollection collection, RemotePage page, string? after, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            var sender = new Sender("source:" + source.Id, source.Name, "", Origin.Source) { Addressed = source.Organisation };
            var (id, at) = (Guid.NewGuid().ToString("D"), Moments.Of(clock.GetUtcNow()));
            var outcome = page.Objects.Count == 0 ? new AddOutcome(id, at, 0, [], []) : await batches.AddAsync(transaction, id, at, collection, page.Objects, sender, cancel).ConfigureAwait(false);
            await SourceRecords.AdvanceAsync(transaction, source.Id, after, page.Next, outcome.Kept.Count, outcome.Refused.Count, cancel).ConfigureAwait(false);
            return outcome;
        },
        cancel);

    private async Task<ExchangeCollection> CollectionAsync(TaxiiAddress address, string title, Actor by, CancellationToken cancel)
    {
        var id = address.Key("collection");
        if ((await directory.BookAsync(cancel).ConfigureAwait(false)).Any(id) is { } known) return known;
        var name = title.Length > 200 ? title[..200] : title;
        await directory.SaveAsync(
            new ExchangeCollection { Id = id, TitleEn = name, TitleJa = name, DescriptionEn = "Fetched from " + address.Root.AbsoluteUri, DescriptionJa = address.Root.AbsoluteUri + " から取得", Ceiling = Tlp.Red },
            clock.GetUtcNow(), by, by.Id, cancel).ConfigureAwait(false);
        return (await directory.BookAsync(cancel).ConfigureAwait(false)).Any(id)!;
    }

    private static string? Later(string? one, string? other) =>
        other is null || ObjectHead.KeyOf(other) is not { } key ? one : one is null || string.CompareOrdinal(key, ObjectHead.KeyOf(one)) > 0 ? other : one;

    private static string? Before(string? time) => time is not null && StixInstant.TryParse(time, out var instant) ? (instant with { Seconds = instant.Seconds - _overlap }).ToString() : null;
}
