using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Contacts.Domain;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Store;

/// <summary>Communication checks in the record store. Of the one-time link only a digest is kept.</summary>
internal sealed class CheckRecords(RecordStore records, TimeProvider clock)
{
    private const string Columns = "id, point_id, owner, announced, sent_at, due_at, expires_at, sent_by, sent_name, message, answered_at, answered_by";

    /// <summary>Every check of the owners (null: all), newest first; of one point where it is named.</summary>
    internal async Task<IReadOnlyList<ContactCheck>> ListAsync(IReadOnlySet<string>? owners, string? point, CancellationToken cancel) =>
        [.. (await records.QueryAsync<Row>($"SELECT {Columns} FROM contacts_check WHERE @point IS NULL OR point_id = @point ORDER BY sent_at DESC, id", new { point }, cancel))
            .Where(row => owners is null || owners.Contains(row.Owner))
            .Select(row => row.ToCheck())];

    /// <summary>A check as it would be sent now.</summary>
    /// <param name="point">Whom.</param>
    /// <param name="owner">Id of the organisation whose check it is.</param>
    /// <param name="announced">True where the other side was told beforehand.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="byName">The name to show.</param>
    internal ContactCheck Draft(ContactPoint point, string owner, bool announced, Actor by, string byName)
    {
        var now = clock.GetUtcNow();
        return new ContactCheck
        {
            Id = "check-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)),
            PointId = point.Id,
            Owner = owner,
            Announced = announced,
            SentAt = now,
            DueAt = now + ContactCheck.Allowed(point.Function),
            ExpiresAt = now + ContactCheck.LinkLife,
            SentBy = by.Id,
            SentName = byName,
        };
    }

    /// <summary>Writes a check and returns the token of its link, which is not kept and cannot be had again.</summary>
    /// <param name="transaction">The check is sent when it commits.</param>
    /// <param name="check">The check.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="cancel">Stops the work.</param>
    internal static async Task<string> SendAsync(RecordTransaction transaction, ContactCheck check, Actor by, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await InsertAsync(transaction, check, HashOf(token), cancel);
        var details = new Dictionary<string, string> { ["check"] = check.Id, ["announced"] = check.Announced ? "yes" : "no", ["ways"] = string.Join(", ", check.Ways) };
        await ActTrail.RecordAsync(transaction, new AuditEvent(check.SentAt, "contacts.check.sent", by.Id, by.Organisation, "point:" + check.PointId, true, details), cancel);
        return token;
    }

    /// <summary>Marks the check of a link as answered; null when the link does not exist, was used, or has expired.</summary>
    internal async Task<ContactCheck?> AnswerAsync(RecordTransaction transaction, string token, CancellationToken cancel) =>
        HasShape(token) && await transaction.FirstAsync<Row>($"SELECT {Columns} FROM contacts_check WHERE token_hash = @hash", new { hash = HashOf(token) }, cancel) is { } row
            ? await AnswerAsync(transaction, row.ToCheck(), CheckWay.Link, Actor.Anonymous.Id, cancel)
            : null;

    /// <summary>Marks a check as answered by the peer's node, unless it was answered before; null when it is none of this peer's points, or its time is over.</summary>
    /// <param name="transaction">The one in which the peer's message is applied.</param>
    /// <param name="peerNodeId">The peer that answers; it answers for its own points only.</param>
    /// <param name="checkId">Which check.</param>
    /// <param name="cancel">Stops the work.</param>
    internal async Task<ContactCheck?> AnswerByNodeAsync(RecordTransaction transaction, string peerNodeId, string checkId, CancellationToken cancel)
    {
        var row = await transaction.FirstAsync<Row>(
            $"SELECT {string.Join(", ", Columns.Split(", ").Select(column => "c." + column))} FROM contacts_check c JOIN contacts_point p ON p.id = c.point_id WHERE c.id = @checkId AND p.origin = @peerNodeId",
            new { checkId, peerNodeId },
            cancel);
        // The link may have been faster; the first answer counts, and the second is no fault of the peer's.
        return row is null or { AnsweredAt: not null } ? row?.ToCheck() : await AnswerAsync(transaction, row.ToCheck(), CheckWay.Node, "peer:" + peerNodeId, cancel);
    }

    /// <summary>The check of a link that would work now; using it is a separate step.</summary>
    internal async Task<ContactCheck?> FindAsync(string token, CancellationToken cancel)
    {
        if (!HasShape(token)) return null;
        var row = await records.FirstAsync<Row>(
            $"SELECT {Columns} FROM contacts_check WHERE token_hash = @hash AND answered_at IS NULL AND expires_at > @now", new { hash = HashOf(token), now = clock.GetUtcNow() }, cancel);
        return row?.ToCheck();
    }

    /// <summary>Writes a check as it is, for the exercise; its link works for nobody.</summary>
    internal static Task<int> StageAsync(RecordTransaction transaction, ContactCheck check, CancellationToken cancel) => InsertAsync(transaction, check, HashOf(check.Id + "-exercise"), cancel);

    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static bool HasShape(string token) => token.Length == 43 && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private async Task<ContactCheck?> AnswerAsync(RecordTransaction transaction, ContactCheck check, CheckWay way, string actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // Of two answers at once, one succeeds.
        var done = await transaction.ExecuteAsync(
            "UPDATE contacts_check SET answered_at = @now, answered_by = @way WHERE id = @Id AND answered_at IS NULL AND expires_at > @now", new { check.Id, now, way = way.ToString() }, cancel) == 1;
        if (!done) return null;
        await ActTrail.RecordAsync(
            transaction, new AuditEvent(now, "contacts.check.answered", actor, null, "point:" + check.PointId, true, new Dictionary<string, string> { ["check"] = check.Id, ["by"] = way.ToString() }), cancel);
        return check with { AnsweredAt = now, AnsweredBy = way };
    }

    private static Task<int> InsertAsync(RecordTransaction transaction, ContactCheck check, string hash, CancellationToken cancel) => transaction.ExecuteAsync(
        """
        INSERT INTO contacts_check (id, point_id, owner, announced, token_hash, sent_at, due_at, expires_at, sent_by, sent_name, message, answered_at, answered_by)
        VALUES (@Id, @PointId, @Owner, @Announced, @hash, @SentAt, @DueAt, @ExpiresAt, @SentBy, @SentName, @Message, @AnsweredAt, @way) ON CONFLICT (id) DO NOTHING
        """,
        new { check.Id, check.PointId, check.Owner, check.Announced, hash, check.SentAt, check.DueAt, check.ExpiresAt, check.SentBy, check.SentName, check.Message, check.AnsweredAt, way = check.AnsweredBy?.ToString() },
        cancel);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string PointId { get; init; } = "";

        public string Owner { get; init; } = "";

        public bool Announced { get; init; }

        public DateTimeOffset SentAt { get; init; }

        public DateTimeOffset DueAt { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public string SentBy { get; init; } = "";

        public string SentName { get; init; } = "";

        public string? Message { get; init; }

        public DateTimeOffset? AnsweredAt { get; init; }

        public string? AnsweredBy { get; init; }

        internal ContactCheck ToCheck() => new()
        {
            Id = Id,
            PointId = PointId,
            Owner = Owner,
            Announced = Announced,
            SentAt = SentAt,
            DueAt = DueAt,
            ExpiresAt = ExpiresAt,
            SentBy = SentBy,
            SentName = SentName,
            Message = Message,
            AnsweredAt = AnsweredAt,
            AnsweredBy = AnsweredBy is { } way ? Enum.Parse<CheckWay>(way) : null,
        };
    }
}
