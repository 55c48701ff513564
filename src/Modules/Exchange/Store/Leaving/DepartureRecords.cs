using System.Globalization;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>
/// The list of what left: what, to whom, by which way, under which rule. A line stands for the first time on each day (UTC); who fetches
/// the same again on that day adds none, so that polling neither fills the list nor waits for the disk.
/// </summary>
/// <param name="records">The records.</param>
internal sealed class DepartureRecords(RecordStore records) : IDepartureBook
{
    private const int MostRemembered = 1_000_000;
    private static readonly RowWriter _departed = new("exchange_departed", "departure:n", "object_id", "version");
    private readonly Lock _gate = new();
    private readonly HashSet<(Group Group, string ObjectId, string Version)> _listed = [];
    private string _day = "";

    /// <inheritdoc/>
    public async Task RecordAsync(IReadOnlyList<Departure> entries, CancellationToken cancel)
    {
        var fresh = Fresh(entries);
        if (fresh.Count == 0) return;
        await records.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync("exchange-departures", cancel).ConfigureAwait(false);
                foreach (var group in fresh.GroupBy(Group.Of))
                {
                    var number = await transaction.FirstAsync<int>(
                        """
                        INSERT INTO exchange_departure (number, at, way_out, collection, recipient, tlp, reason, rule, removed, purpose, for_case, objects)
                        VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM exchange_departure), @at, @WayOut, @Collection, @Recipient, @Tlp, @Reason, @Rule, @Removed, @Purpose, @ForCase, @objects)
                        RETURNING number
                        """,
                        new { at = group.First().At, group.Key.WayOut, group.Key.Collection, group.Key.Recipient, group.Key.Tlp, group.Key.Reason, group.Key.Rule, group.Key.Removed, group.Key.Purpose, group.Key.ForCase, objects = group.Count() },
                        cancel).ConfigureAwait(false);
                    await _departed.WriteAsync(transaction, [.. group.Select(entry => new object?[] { number, entry.ObjectId, entry.Version })], skipsKnown: true, cancel).ConfigureAwait(false);
                }
            },
            cancel).ConfigureAwait(false);
        // Only what is safely on the disk counts as listed.
        lock (_gate)
        {
            foreach (var entry in fresh) _listed.Add(KeyOf(entry));
        }
    }

    /// <summary>What left of an object, newest first.</summary>
    public Task<IReadOnlyList<DepartureRow>> OfObjectAsync(string id, int most, CancellationToken cancel) => records.QueryAsync<DepartureRow>(
        """
        SELECT d.number, d.at, d.way_out, d.collection, d.recipient, d.tlp, d.reason, d.rule, d.removed, d.purpose, d.for_case, d.objects, o.version
        FROM exchange_departed o JOIN exchange_departure d ON d.number = o.departure WHERE o.object_id = @id ORDER BY d.number DESC LIMIT @most
        """,
        new { id, most },
        cancel);

    /// <summary>What left, newest first, before a number.</summary>
    public Task<IReadOnlyList<DepartureRow>> ListAsync(string? recipient, int? before, int most, CancellationToken cancel) => records.QueryAsync<DepartureRow>(
        $"""
        SELECT number, at, way_out, collection, recipient, tlp, reason, rule, removed, purpose, for_case, objects
        FROM exchange_departure WHERE number < @before{(recipient is null ? "" : " AND recipient = @recipient")} ORDER BY number DESC LIMIT @most
        """,
        new { recipient, before = before ?? int.MaxValue, most },
        cancel);

    /// <summary>The objects of one line.</summary>
    public Task<IReadOnlyList<DepartedObject>> ObjectsAsync(int number, int most, CancellationToken cancel) =>
        records.QueryAsync<DepartedObject>("SELECT object_id, version FROM exchange_departed WHERE departure = @number ORDER BY object_id, version LIMIT @most", new { number, most }, cancel);

    private List<Departure> Fresh(IReadOnlyList<Departure> entries)
    {
        lock (_gate)
        {
            var day = entries[0].At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (day != _day || _listed.Count > MostRemembered)
            {
                _listed.Clear();
                _day = day;
            }

            return [.. entries.Where(entry => !_listed.Contains(KeyOf(entry))).DistinctBy(KeyOf)];
        }
    }

    private static (Group Group, string ObjectId, string Version) KeyOf(Departure entry) => (Group.Of(entry), entry.ObjectId, entry.Version);

    private readonly record struct Group(string WayOut, string Collection, string Recipient, string Tlp, string Reason, string Rule, string Removed, string Purpose, string? ForCase)
    {
        private static readonly string[] _exits = [.. Enum.GetValues<Exit>().Select(exit => exit.ToString())];
        private static readonly string[] _purposes = [.. Enum.GetValues<Purpose>().Select(purpose => purpose.ToString())];

        public static Group Of(Departure entry) => new(
            _exits[(int)entry.Exit], entry.Collection, entry.Recipient.ToString(), entry.Tlp.Label(), entry.Reason, entry.Rule, entry.Removed.Count == 0 ? "" : string.Join(' ', entry.Removed), _purposes[(int)entry.Purpose], entry.Case);
    }
}
