using System.Security.Claims;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Storage;

namespace Noroshi.Exchange.Features;

/// <summary>What people see of objects: nothing that the release rules do not let out to them.</summary>
internal sealed class ReadObjects(WayOut wayOut, ExchangeDirectory directory, DepartureRecords departures, RecordStore records, NodeOptions options, TimeProvider clock)
{
    private const int MostVersions = 50;
    private const int MostNeighbours = 100;

    /// <summary>A page of a collection, newest first, before a place.</summary>
    public Task<LeavingPage> ListAsync(ClaimsPrincipal person, ExchangeCollection collection, string text, string type, long? before, int count, CancellationToken cancel) => wayOut.ReadAsync(
        collection,
        new ObjectQuestion { NewestFirst = true, After = before ?? long.MaxValue, Text = text, Types = type.Length == 0 ? [] : [type] },
        count,
        ExchangeRights.RequestOf(person, options, clock.GetUtcNow()),
        lists: true,
        cancel);

    /// <summary>How many rows each collection has and when the last came, by number.</summary>
    public async Task<IReadOnlyDictionary<int, (long Count, long Last)>> FiguresAsync(CancellationToken cancel) =>
        (await records.QueryAsync<Figure>("SELECT collection, COUNT(*) AS count, MAX(added) AS last FROM exchange_member GROUP BY collection", null, cancel)).ToDictionary(row => row.Collection, row => (row.Count, row.Last));

    /// <summary>The types that stand in a collection.</summary>
    public Task<IReadOnlyList<string>> TypesAsync(ExchangeCollection collection, CancellationToken cancel) => records.QueryAsync<string>(
        """
        WITH RECURSIVE step (type) AS (
            SELECT (SELECT MIN(type) FROM exchange_member WHERE collection = @Number)
            UNION ALL SELECT (SELECT MIN(m.type) FROM exchange_member m WHERE m.collection = @Number AND m.type > step.type) FROM step WHERE step.type IS NOT NULL)
        SELECT type FROM step WHERE type IS NOT NULL
        """,
        new { collection.Number },
        cancel);

    /// <summary>One object; null where the person may see no version of it.</summary>
    public async Task<ObjectStory?> StoryAsync(ClaimsPrincipal person, string id, CancellationToken cancel)
    {
        var book = await directory.BookAsync(cancel);
        var request = ExchangeRights.RequestOf(person, options, clock.GetUtcNow());
        List<(ExchangeCollection Collection, LeavingObject Object)> versions = [];
        foreach (var number in await records.QueryAsync<int>("SELECT DISTINCT collection FROM exchange_member WHERE id = @id", new { id }, cancel))
        {
            if (book.Any(number) is not { } collection) continue;
            var question = new ObjectQuestion { NewestFirst = true, After = long.MaxValue, Ids = [id], Specs = ["2.0", "2.1"], Versions = [VersionChoice.All] };
            versions.AddRange((await wayOut.ReadAsync(collection, question, MostVersions, request, lists: true, cancel)).Objects.Select(item => (collection, item)));
        }

        if (versions.Count == 0) return null;
        versions = [.. versions.OrderByDescending(pair => pair.Object.Row.Version, StringComparer.Ordinal).ThenBy(pair => pair.Collection.Number)];
        HashSet<int> seen = [.. versions.Select(pair => pair.Collection.Number)];
        var arrivals = (await ArrivalsAsync(id, cancel)).Where(row => seen.Contains(row.Collection)).ToList();
        return new ObjectStory(id, versions, arrivals, await NeighboursAsync(id, versions, request, cancel), await departures.OfObjectAsync(id, 100, cancel));
    }

    private Task<IReadOnlyList<ArrivalRow>> ArrivalsAsync(string id, CancellationToken cancel) => records.QueryAsync<ArrivalRow>(
        """
        SELECT m.collection, m.added AS at, b.sender_name, b.state, b.origin, m.version, 'first' AS kind FROM exchange_member m JOIN exchange_batch b ON b.id = m.batch WHERE m.id = @id
        UNION ALL
        SELECT a.collection, b.at, b.sender_name, b.state, b.origin, o.version, 'again' FROM exchange_object o JOIN exchange_arrival a ON a.place = o.place JOIN exchange_batch b ON b.id = a.batch WHERE o.id = @id
        ORDER BY 2 DESC LIMIT 200
        """,
        new { id },
        cancel);

    // Whom it points at and who points at it: shown only where these may be seen too.
    private async Task<IReadOnlyList<(string Name, bool Outward, LeavingObject Object)>> NeighboursAsync(string id, List<(ExchangeCollection Collection, LeavingObject Object)> versions, ReleaseRequest request, CancellationToken cancel)
    {
        List<(string Name, bool Outward, string Id)> named = [];
        foreach (var (_, item) in versions)
        {
            if (ObjectHead.Read(item.Content, out _, out _) is { } head) named.AddRange(head.References.Select(reference => (reference.Name, true, reference.Target)));
        }

        named.AddRange((await records.QueryAsync<Pointer>("SELECT r.name, o.id FROM exchange_reference r JOIN exchange_object o ON o.place = r.place WHERE r.target = @id ORDER BY r.place DESC LIMIT @most", new { id, most = MostNeighbours }, cancel)).Select(row => (row.Name, false, row.Id)));
        named = [.. named.Distinct().Take(MostNeighbours)];
        if (named.Count == 0) return [];
        Dictionary<string, LeavingObject> visible = new(StringComparer.Ordinal);
        foreach (var collection in versions.Select(pair => pair.Collection).DistinctBy(collection => collection.Number))
        {
            var page = await wayOut.ReadAsync(collection, new ObjectQuestion { Ids = [.. named.Select(one => one.Id).Distinct()] }, MostNeighbours, request, lists: true, cancel);
            foreach (var item in page.Objects) visible.TryAdd(item.Row.Id, item);
        }

        return [.. named.Where(one => visible.ContainsKey(one.Id)).Select(one => (one.Name, one.Outward, visible[one.Id]))];
    }

    private sealed class Figure
    {
        public int Collection { get; init; }

        public long Count { get; init; }

        public long Last { get; init; }
    }

    private sealed class Pointer
    {
        public string Name { get; init; } = "";

        public string Id { get; init; } = "";
    }
}
