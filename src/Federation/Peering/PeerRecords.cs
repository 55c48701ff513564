using Noroshi.Storage;

namespace Noroshi.Federation;

/// <summary>Peers in the record store.</summary>
internal sealed class PeerRecords(RecordStore store)
{
    private const string Columns =
        "node_id, state, name_en, name_ja, url, document, pin, revision, ours, theirs, told, agreement, added_at, added_by, confirmed_at, confirmed_by, their_word, their_word_at, said, their_number, last_heard_at, last_failure, last_failure_at, clock_ahead_ms";

    internal Task<IReadOnlyList<Peer>> ListAsync(CancellationToken cancel) =>
        store.QueryAsync<Peer>($"SELECT {Columns} FROM peer ORDER BY state, node_id", null, cancel);

    internal Task<Peer?> FindAsync(string nodeId, CancellationToken cancel) =>
        store.FirstAsync<Peer>($"SELECT {Columns} FROM peer WHERE node_id = @nodeId", new { nodeId }, cancel);

    internal static Task<Peer?> FindAsync(RecordTransaction transaction, string nodeId, CancellationToken cancel) =>
        transaction.FirstAsync<Peer>($"SELECT {Columns} FROM peer WHERE node_id = @nodeId", new { nodeId }, cancel);

    /// <summary>How many wait for a comparison that this side did not begin.</summary>
    internal static Task<int> CountStrangersAsync(RecordTransaction transaction, CancellationToken cancel) =>
        transaction.FirstAsync<int>("SELECT COUNT(*) FROM peer WHERE ours = 'Pending' AND added_by = 'peer'", null, cancel);

    internal static Task AddAsync(RecordTransaction transaction, Peer peer, CancellationToken cancel) => transaction.ExecuteAsync(
        $"INSERT INTO peer ({Columns}) VALUES (@NodeId, @State, @NameEn, @NameJa, @Url, @Document, @Pin, @Revision, @Ours, @Theirs, @Told, @Agreement, @AddedAt, @AddedBy, @ConfirmedAt, @ConfirmedBy, @TheirWord, @TheirWordAt, @Said, @TheirNumber, @LastHeardAt, @LastFailure, @LastFailureAt, @ClockAheadMs)",
        peer,
        cancel);

    /// <summary>Replaces what the peer says of itself.</summary>
    internal static Task DescribeAsync(RecordTransaction transaction, NodeDocument node, string signed, string pin, string? url, CancellationToken cancel) => transaction.ExecuteAsync(
        "UPDATE peer SET state = @State, name_en = @NameEn, name_ja = @NameJa, url = COALESCE(@url, @Url0, url), document = @signed, pin = @pin, revision = @Revision WHERE node_id = @NodeId",
        new { node.NodeId, node.State, node.NameEn, node.NameJa, Url0 = node.Url, url, node.Revision, signed, pin },
        cancel);

    internal static Task SetOursAsync(RecordTransaction transaction, string nodeId, Standing ours, CancellationToken cancel) =>
        transaction.ExecuteAsync("UPDATE peer SET ours = @ours WHERE node_id = @nodeId", new { nodeId, ours = ours.ToString() }, cancel);

    internal static Task ConfirmAsync(RecordTransaction transaction, string nodeId, DateTimeOffset at, string by, CancellationToken cancel) => transaction.ExecuteAsync(
        "UPDATE peer SET ours = 'Confirmed', confirmed_at = @at, confirmed_by = @by WHERE node_id = @nodeId", new { nodeId, at, by }, cancel);

    internal static Task SetTheirsAsync(RecordTransaction transaction, string nodeId, PeerStatement said, string word, DateTimeOffset at, CancellationToken cancel) => transaction.ExecuteAsync(
        "UPDATE peer SET theirs = @theirs, their_number = @Number, their_word = @word, their_word_at = @at WHERE node_id = @nodeId", new { nodeId, theirs = said.Standing.ToString(), said.Number, word, at }, cancel);

    /// <summary>What this side says of the peer now, under a number above every one before.</summary>
    internal Task<Saying?> SayAsync(string nodeId, DateTimeOffset now, CancellationToken cancel) => store.TransactAsync(
        transaction => transaction.FirstAsync<Saying>(
            "UPDATE peer SET said = CASE WHEN said >= @now THEN said + 1 ELSE @now END WHERE node_id = @nodeId RETURNING said AS number, ours AS standing",
            new { nodeId, now = now.ToUnixTimeMilliseconds() },
            cancel),
        cancel);

    internal static Task SetAgreementAsync(RecordTransaction transaction, string nodeId, Agreement agreement, CancellationToken cancel) =>
        transaction.ExecuteAsync("UPDATE peer SET agreement = @agreement WHERE node_id = @nodeId", new { nodeId, agreement = agreement.Json() }, cancel);

    internal Task SetToldAsync(string nodeId, string told, CancellationToken cancel) =>
        store.ExecuteAsync("UPDATE peer SET told = @told WHERE node_id = @nodeId", new { nodeId, told }, cancel);

    internal static Task ForgetToldAsync(RecordTransaction transaction, string nodeId, CancellationToken cancel) =>
        transaction.ExecuteAsync("UPDATE peer SET told = NULL WHERE node_id = @nodeId", new { nodeId }, cancel);

    internal static Task HeardAsync(RecordTransaction transaction, string nodeId, DateTimeOffset at, CancellationToken cancel) =>
        transaction.ExecuteAsync("UPDATE peer SET last_heard_at = @at WHERE node_id = @nodeId", new { nodeId, at }, cancel);

    internal Task FailedAsync(string nodeId, string why, DateTimeOffset at, CancellationToken cancel) =>
        store.ExecuteAsync("UPDATE peer SET last_failure = @why, last_failure_at = @at WHERE node_id = @nodeId", new { nodeId, why, at }, cancel);

    internal Task SetClockAsync(string nodeId, long ahead, CancellationToken cancel) =>
        store.ExecuteAsync("UPDATE peer SET clock_ahead_ms = @ahead WHERE node_id = @nodeId", new { nodeId, ahead }, cancel);

    /// <summary>A numbered standing.</summary>
    internal sealed class Saying
    {
        public long Number { get; init; }

        public string Standing { get; init; } = "";
    }
}
