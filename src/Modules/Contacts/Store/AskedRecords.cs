using Noroshi.Contacts.Domain;
using Noroshi.Storage;

namespace Noroshi.Contacts.Store;

/// <summary>The checks that peers sent to our points: of each peer at most one waits for each point.</summary>
internal sealed class AskedRecords(RecordStore records)
{
    private const string Columns = "peer, check_id, state, point_id, announced, arrived_at, due_at, expires_at, answered_at, answered_by, answered_name, message";
    private const string Open = "answered_at IS NULL AND expires_at > @now";

    /// <summary>All of them, newest first.</summary>
    internal Task<IReadOnlyList<AskedCheck>> ListAsync(CancellationToken cancel) =>
        records.QueryAsync<AskedCheck>($"SELECT {Columns} FROM contacts_asked ORDER BY arrived_at DESC, id", null, cancel);

    /// <summary>The check of that id, with or without the peer's node id before it; null when there is none, or several peers have one.</summary>
    internal static async Task<AskedCheck?> FindAsync(RecordTransaction transaction, string id, CancellationToken cancel) =>
        await transaction.QueryAsync<AskedCheck>($"SELECT {Columns} FROM contacts_asked WHERE id = @id OR check_id = @id", new { id }, cancel) is [var only] ? only : null;

    /// <summary>The check of this peer that waits for the point.</summary>
    internal static Task<AskedCheck?> WaitingAsync(RecordTransaction transaction, string peer, string point, DateTimeOffset now, CancellationToken cancel) =>
        transaction.FirstAsync<AskedCheck>($"SELECT {Columns} FROM contacts_asked WHERE peer = @peer AND point_id = @point AND {Open}", new { peer, point, now }, cancel);

    /// <summary>Adds a check and ends the one that waited for the same point; false when the peer used its id before.</summary>
    internal static async Task<bool> AddAsync(RecordTransaction transaction, AskedCheck check, CancellationToken cancel)
    {
        await transaction.ExecuteAsync($"UPDATE contacts_asked SET expires_at = @now WHERE peer = @Peer AND point_id = @PointId AND {Open}", new { check.Peer, check.PointId, now = check.ArrivedAt }, cancel);
        return await transaction.ExecuteAsync(
            $"""
            INSERT INTO contacts_asked (id, {Columns})
            VALUES (@Id, @Peer, @CheckId, @State, @PointId, @Announced, @ArrivedAt, @DueAt, @ExpiresAt, @AnsweredAt, @AnsweredBy, @AnsweredName, @Message) ON CONFLICT (id) DO NOTHING
            """,
            check,
            cancel) == 1;
    }

    /// <summary>Keeps the answer; false when the check does not wait for one.</summary>
    internal static async Task<bool> AnswerAsync(RecordTransaction transaction, AskedCheck answered, CancellationToken cancel) => await transaction.ExecuteAsync(
        $"UPDATE contacts_asked SET answered_at = @now, answered_by = @AnsweredBy, answered_name = @AnsweredName, message = @Message WHERE id = @Id AND {Open}",
        new { answered.Id, answered.AnsweredBy, answered.AnsweredName, answered.Message, now = answered.AnsweredAt },
        cancel) == 1;
}
