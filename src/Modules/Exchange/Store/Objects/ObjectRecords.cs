using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>Puts objects into collections and takes them out: each version once, its bytes as they came, and who sent it.</summary>
/// <param name="records">The records.</param>
/// <param name="clock">Now.</param>
internal sealed class ObjectRecords(RecordStore records, TimeProvider clock)
{
    /// <summary>Versions that one object may have in one collection; more are refused, because each addition looks at all of them.</summary>
    internal const int MostVersions = 2000;

    private static readonly RowWriter _objects = new("exchange_object", "place:n", "id", "version", "shown", "type", "spec", "digest", "origin:n", "content:b");
    private static readonly RowWriter _labels = new("exchange_label", "place:n", "type", "label");
    private static readonly RowWriter _references = new("exchange_reference", "target", "place:n", "name");
    private static readonly RowWriter _members = new("exchange_member", "collection:n", "added:n", "place:n", "id", "version", "type", "spec", "standing:n", "current:n", "origin:n", "addressed", "batch");
    private static readonly RowWriter _arrivals = new("exchange_arrival", "batch", "place:n", "collection:n", "digest");
    private static readonly RowWriter _variants = new("exchange_variant", "place:n", "digest", "content:b");

    /// <summary>Told when a marking-definition came in, after it is kept.</summary>
    internal event Action? MarkingsChanged;

    /// <summary>Adds heads to a collection within a transaction.</summary>
    /// <returns>Identifier and version of each, in order; or the reason why it is not in the collection.</returns>
    internal async Task<IReadOnlyList<ObjectNote>> AddAsync(RecordTransaction transaction, int collection, IReadOnlyList<ObjectHead> heads, string batch, Sender sender, CancellationToken cancel)
    {
        if (heads.Count == 0) return [];
        await transaction.LockAsync("exchange", cancel).ConfigureAwait(false);
        var reserved = await ReserveAsync(transaction, heads.Count, cancel).ConfigureAwait(false);
        var placed = await PlaceAsync(transaction, heads, reserved, sender, cancel).ConfigureAwait(false);
        var notes = await JoinAsync(transaction, collection, heads, placed, reserved, batch, sender, cancel).ConfigureAwait(false);
        if (heads.Any(head => head.Type == "marking-definition")) transaction.OnCommitted(() => MarkingsChanged?.Invoke());
        return notes;
    }

    /// <summary>Takes versions out of a collection; they stay in the store with their history.</summary>
    /// <returns>How many were taken out.</returns>
    internal Task<int> RemoveAsync(int collection, string id, IReadOnlyList<long> added, string actor, CancellationToken cancel) => records.TransactAsync(
        async transaction =>
        {
            await transaction.LockAsync("exchange", cancel).ConfigureAwait(false);
            var removed = 0;
            foreach (var one in added)
            {
                await transaction.ExecuteAsync(
                    "INSERT INTO exchange_removal (collection, added, place, id, version, at, actor) SELECT collection, added, place, id, version, @now, @actor FROM exchange_member WHERE collection = @collection AND added = @one AND id = @id",
                    new { collection, one, id, actor, now = clock.GetUtcNow() },
                    cancel).ConfigureAwait(false);
                removed += await transaction.ExecuteAsync("DELETE FROM exchange_member WHERE collection = @collection AND added = @one AND id = @id", new { collection, one, id }, cancel).ConfigureAwait(false);
            }

            await RestandAsync(transaction, collection, [id], cancel).ConfigureAwait(false);
            return removed;
        },
        cancel);

    private async Task<Reserved> ReserveAsync(RecordTransaction transaction, int count, CancellationToken cancel)
    {
        var now = Moments.Of(clock.GetUtcNow());
        // A time is given once, and never an earlier one after a later: who asks for what came after a time misses nothing, whatever the clock does.
        return await transaction.FirstAsync<Reserved>(
            """
            UPDATE exchange_clock SET last_added = CASE WHEN last_added < @now - @count THEN @now ELSE last_added + @count END, last_place = last_place + @count
            WHERE id = 1 RETURNING last_added, last_place
            """,
            new { now, count },
            cancel).ConfigureAwait(false) is { } reserved
            ? reserved with { Count = count }
            : throw new InvalidOperationException("The store of objects has no clock; its schema was altered.");
    }

    // Where each object stands in the store: where it stood before, or in a new place.
    private static async Task<Placed[]> PlaceAsync(RecordTransaction transaction, IReadOnlyList<ObjectHead> heads, Reserved reserved, Sender sender, CancellationToken cancel)
    {
        var known = (await KnownAsync(transaction, heads, cancel).ConfigureAwait(false)).ToList();
        var byVersion = known.ToDictionary(row => (row.Id, row.Version));
        var byContent = known.Where(row => row.Shown.Length == 0).GroupBy(row => (row.Id, row.Digest)).ToDictionary(group => group.Key, group => group.First());
        var placed = new Placed[heads.Count];
        List<object?[]> objects = [], labels = [], references = [];
        List<(KnownObject Known, ObjectHead Head)> differing = [];
        for (var index = 0; index < heads.Count; index++)
        {
            var head = heads[index];
            var moment = Moments.Text(reserved.Added(index));
            var version = head.Version.Length > 0 ? head.Version : ObjectHead.KeyOf(moment)!;
            var before = head.Version.Length > 0 ? byVersion.GetValueOrDefault((head.Id, version)) : byContent.GetValueOrDefault((head.Id, head.Digest));
            if (before is not null)
            {
                if (before.Digest != head.Digest) differing.Add((before, head));
                placed[index] = new Placed(before.Place, before.Version, ObjectHead.ShownOf(before.Shown, before.Version), before.Spec);
                continue;
            }

            var row = new KnownObject { Place = reserved.Place(index), Id = head.Id, Version = version, Shown = head.Shown, Spec = head.Spec, Digest = head.Digest, Type = head.Type };
            byVersion[(head.Id, version)] = row;
            if (head.Version.Length == 0) byContent[(head.Id, head.Digest)] = row;
            objects.Add([row.Place, head.Id, version, head.Shown, head.Type, head.Spec, head.Digest, (int)sender.Origin, Bytes(head.Content)]);
            labels.Add([row.Place, head.Type, head.Label.ToLowerInvariant()]);
            references.AddRange(head.References.Select(reference => new object?[] { reference.Target, row.Place, reference.Name }));
            placed[index] = new Placed(row.Place, version, head.Shown.Length > 0 ? head.Shown : moment, head.Spec);
        }

        await _objects.WriteAsync(transaction, objects, skipsKnown: false, cancel).ConfigureAwait(false);
        await _labels.WriteAsync(transaction, labels, skipsKnown: false, cancel).ConfigureAwait(false);
        await _references.WriteAsync(transaction, references, skipsKnown: true, cancel).ConfigureAwait(false);
        foreach (var (before, head) in differing) await MergeAsync(transaction, before, head, cancel).ConfigureAwait(false);
        return placed;
    }

    // The same version with other bytes: all are kept, and what is handed out from now on bears the markings of all of them.
    private static async Task MergeAsync(RecordTransaction transaction, KnownObject before, ObjectHead head, CancellationToken cancel)
    {
        var content = await transaction.FirstAsync<byte[]>("SELECT content FROM exchange_object WHERE place = @Place", new { before.Place }, cancel).ConfigureAwait(false) ?? [];
        var known = await transaction.FirstAsync<int>("SELECT COUNT(*) FROM exchange_variant WHERE place = @Place AND digest = @Digest", new { before.Place, head.Digest }, cancel).ConfigureAwait(false) > 0;
        if (known) return;
        await _variants.WriteAsync(transaction, [[before.Place, before.Digest, content], [before.Place, head.Digest, Bytes(head.Content)]], skipsKnown: true, cancel).ConfigureAwait(false);
        if (MarkingMerge.Of(content, head.Content) is not { } merged) return;
        // The row keeps the digest of what came first: who sends the merged form again is told that it is known.
        await transaction.ExecuteAsync("UPDATE exchange_object SET content = @merged WHERE place = @Place", new { merged, before.Place }, cancel).ConfigureAwait(false);
    }

    private static async Task<IEnumerable<KnownObject>> KnownAsync(RecordTransaction transaction, IReadOnlyList<ObjectHead> heads, CancellationToken cancel)
    {
        // The rows asked for are walked, and each finds its object by the index: CROSS JOIN keeps SQLite to that order.
        var columns = $"SELECT o.place, o.id, o.version, o.shown, o.spec, o.type, o.digest FROM {RowWriter.Each(transaction.Dialect)} CROSS JOIN exchange_object o WHERE o.id = r.value ->> 0 AND ";
        List<KnownObject> found = [];
        var dated = heads.Where(head => head.Version.Length > 0).Select(head => new object?[] { head.Id, head.Version }).ToList();
        if (dated.Count > 0) found.AddRange(await transaction.QueryAsync<KnownObject>(columns + "o.version = r.value ->> 1", new { rows = RowWriter.Pack(dated) }, cancel).ConfigureAwait(false));
        var undated = heads.Where(head => head.Version.Length == 0).Select(head => new object?[] { head.Id, head.Digest }).ToList();
        if (undated.Count > 0) found.AddRange(await transaction.QueryAsync<KnownObject>(columns + "o.digest = r.value ->> 1", new { rows = RowWriter.Pack(undated) }, cancel).ConfigureAwait(false));
        return found.DistinctBy(row => row.Place);
    }

    private static async Task<IReadOnlyList<ObjectNote>> JoinAsync(
        RecordTransaction transaction, int collection, IReadOnlyList<ObjectHead> heads, Placed[] placed, Reserved reserved, string batch, Sender sender, CancellationToken cancel)
    {
        var ids = heads.Select(head => head.Id).Distinct(StringComparer.Ordinal).ToList();
        var here = (await MembersAsync(transaction, collection, ids, cancel).ConfigureAwait(false)).GroupBy(row => row.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var notes = new ObjectNote[heads.Count];
        List<object?[]> members = [], arrivals = [];
        HashSet<string> restand = new(StringComparer.Ordinal);
        for (var index = 0; index < heads.Count; index++)
        {
            var (head, at) = (heads[index], placed[index]);
            notes[index] = new ObjectNote(head.Id, at.Shown, null);
            var known = here.TryGetValue(head.Id, out var versions);
            if (known && versions!.Any(row => row.Version == at.Version))
            {
                arrivals.Add([batch, at.Place, collection, head.Digest]);
                continue;
            }

            if (known && versions!.Count >= MostVersions)
            {
                notes[index] = new ObjectNote(head.Id, at.Shown, $"There are {MostVersions} versions of this object in the collection; no more are taken. Delete some.");
                continue;
            }

            if (known) restand.Add(head.Id);
            else here[head.Id] = versions = [];
            versions!.Add(new MemberVersion { Id = head.Id, Version = at.Version, Spec = at.Spec, Added = reserved.Added(index) });
            members.Add([collection, reserved.Added(index), at.Place, head.Id, at.Version, head.Type, at.Spec, (int)Standing.Alone, 1, (int)sender.Origin, sender.Addressed, batch]);
        }

        await _members.WriteAsync(transaction, members, skipsKnown: false, cancel).ConfigureAwait(false);
        await _arrivals.WriteAsync(transaction, arrivals, skipsKnown: true, cancel).ConfigureAwait(false);
        await RestandAsync(transaction, collection, restand, cancel).ConfigureAwait(false);
        return notes;
    }

    private static async Task RestandAsync(RecordTransaction transaction, int collection, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        foreach (var versions in (await MembersAsync(transaction, collection, ids, cancel).ConfigureAwait(false)).GroupBy(row => row.Id, StringComparer.Ordinal))
        {
            var rows = versions.ToList();
            var standing = StandingRules.Of([.. rows.Select(row => (row.Spec, row.Version))]);
            for (var index = 0; index < rows.Count; index++)
            {
                if (rows[index].Standing == (int)standing[index]) continue;
                await transaction.ExecuteAsync(
                    "UPDATE exchange_member SET standing = @standing, current = @current WHERE collection = @collection AND added = @Added",
                    new { standing = (int)standing[index], current = StandingRules.IsCurrent(standing[index]) ? 1 : 0, collection, rows[index].Added },
                    cancel).ConfigureAwait(false);
            }
        }
    }

    private static async Task<IReadOnlyList<MemberVersion>> MembersAsync(RecordTransaction transaction, int collection, IReadOnlyCollection<string> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        return await transaction.QueryAsync<MemberVersion>(
            $"SELECT m.id, m.version, m.spec, m.added, m.standing FROM {RowWriter.Each(transaction.Dialect)} CROSS JOIN exchange_member m WHERE m.collection = @collection AND m.id = r.value ->> 0",
            new { collection, rows = RowWriter.Pack(ids.Distinct(StringComparer.Ordinal).Select(id => new object?[] { id })) },
            cancel).ConfigureAwait(false);
    }

    private static byte[] Bytes(ReadOnlyMemory<byte> content) => content.ToArray();

    private sealed record Placed(long Place, string Version, string Shown, string Spec);

    private sealed record Reserved
    {
        public long LastAdded { get; init; }

        public long LastPlace { get; init; }

        public int Count { get; init; }

        public long Added(int index) => LastAdded - Count + 1 + index;

        public long Place(int index) => LastPlace - Count + 1 + index;
    }

    private sealed class KnownObject
    {
        public long Place { get; init; }

        public string Id { get; init; } = "";

        public string Version { get; init; } = "";

        public string Shown { get; init; } = "";

        public string Spec { get; init; } = "";

        public string Type { get; init; } = "";

        public string Digest { get; init; } = "";
    }

    private sealed class MemberVersion
    {
        public string Id { get; init; } = "";

        public string Version { get; init; } = "";

        public string Spec { get; init; } = "";

        public long Added { get; init; }

        public int Standing { get; init; }
    }
}
