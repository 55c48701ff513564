using System.Buffers;
using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>Sends what the release rules let a partner have of a collection to a server of that partner, in the order of addition. What was sent twice after a stop is one object there.</summary>
internal sealed class PushCollection(TaxiiClient client, WayOut wayOut, ExchangeDirectory directory, RecordStore records, TimeProvider clock)
{
    private const int Envelope = 500;

    /// <summary>Sends what is new since the last push.</summary>
    /// <param name="address">Where to.</param>
    /// <param name="token">What that server is asked with.</param>
    /// <param name="collection">What from.</param>
    /// <param name="partner">Whose server it is: the rules decide for that partner.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<PullOutcome> RunAsync(TaxiiAddress address, string token, ExchangeCollection collection, Partner partner, CancellationToken cancel)
    {
        var key = address.Key("push\n" + collection.Id);
        var (pages, taken, refused, withheld) = (0, 0L, 0L, 0L);
        try
        {
            var grant = (await directory.BookAsync(cancel).ConfigureAwait(false)).GrantOf(collection, Grant.Partner(partner.Id));
            var (root, largest) = await client.RootAsync(address, token, cancel).ConfigureAwait(false);
            var at = await records.FirstAsync<long?>("SELECT sent_until FROM exchange_push WHERE id = @key", new { key }, cancel).ConfigureAwait(false) ?? 0;
            var recipient = Recipient.Node(partner.Id, CountryCode.TryParse(partner.State, out var state) ? state : CountryCode.Unknown);
            for (var more = true; more;)
            {
                var request = new ReleaseRequest(recipient, Exit.Push, clock.GetUtcNow()) { Purpose = grant?.Purpose ?? Purpose.Unstated };
                var page = await wayOut.ReadAsync(collection, new ObjectQuestion { After = at, Specs = ["2.0", "2.1"], Versions = [VersionChoice.All] }, Envelope, request, lists: true, cancel).ConfigureAwait(false);
                (more, withheld) = (page.More, withheld + page.Withheld);
                var (takenNow, refusedNow) = (0, 0);
                foreach (var envelope in Envelopes(page.Objects, largest))
                {
                    var (one, other) = await client.AddAsync(root, address.Collection, token, envelope, cancel).ConfigureAwait(false);
                    (pages, takenNow, refusedNow) = (pages + 1, takenNow + one, refusedNow + other);
                }

                (taken, refused, at) = (taken + takenNow, refused + refusedNow, page.Last);
                await records.ExecuteAsync(
                    """
                    INSERT INTO exchange_push (id, url, remote_collection, collection, partner, sent_until, sent, refused, at)
                    VALUES (@key, @url, @remote, @Number, @partner, @at, @takenNow, @refusedNow, @now)
                    ON CONFLICT (id) DO UPDATE SET sent_until = excluded.sent_until, sent = exchange_push.sent + excluded.sent, refused = exchange_push.refused + excluded.refused, at = excluded.at
                    """,
                    new { key, url = address.Root.AbsoluteUri, remote = address.Collection, collection.Number, partner = partner.Id, at, takenNow, refusedNow, now = clock.GetUtcNow() },
                    cancel).ConfigureAwait(false);
            }

            return new PullOutcome(collection.Id, pages, taken, refused, withheld, null);
        }
        catch (RemoteException failed)
        {
            return new PullOutcome(collection.Id, pages, taken, refused, withheld, failed.Message);
        }
    }

    // As many objects in each as the other server takes at once; one that is too large alone is sent alone and refused there.
    private static IEnumerable<byte[]> Envelopes(IReadOnlyList<LeavingObject> objects, int largest)
    {
        List<LeavingObject> open = [];
        var bytes = 32;
        foreach (var item in objects)
        {
            if (open.Count > 0 && bytes + item.Content.Length + 1 > largest)
            {
                yield return Write(open);
                (open, bytes) = ([], 32);
            }

            open.Add(item);
            bytes += item.Content.Length + 1;
        }

        if (open.Count > 0) yield return Write(open);
    }

    private static byte[] Write(List<LeavingObject> objects)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("objects"u8);
            foreach (var item in objects) writer.WriteRawValue(item.Content.Span, skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }
}
