using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>What rings, who was told, who is on duty.</summary>
internal sealed class RingRecords(RecordStore store)
{
    private const string Select =
        """
        SELECT r.message, m.conversation, r.peer, c.state, m.number, r.urgency, m.kind, m.subject, c.subject AS topic, r.arrived_at, r.target_at, r.rang, r.climbed, r.stopped_at
        FROM hotline_ring r JOIN hotline_message m ON m.id = r.message JOIN hotline_conversation c ON c.id = m.conversation
        """;

    /// <summary>Everything that waits to be acknowledged, the nearest target first.</summary>
    internal Task<IReadOnlyList<Ring>> OpenAsync(CancellationToken cancel) =>
        store.QueryAsync<Ring>(Select + " WHERE r.stopped_at IS NULL ORDER BY r.target_at, r.arrived_at", null, cancel);

    /// <summary>What rang and was not acknowledged yet.</summary>
    internal Task<IReadOnlyList<Ring>> RingingAsync(CancellationToken cancel) =>
        store.QueryAsync<Ring>(Select + " WHERE r.stopped_at IS NULL AND r.rang = 1 ORDER BY r.target_at, r.arrived_at", null, cancel);

    internal Task<Ring?> FindAsync(string message, CancellationToken cancel) => store.FirstAsync<Ring>(Select + " WHERE r.message = @message", new { message }, cancel);

    internal Task<IReadOnlyList<Ring>> OfAsync(string conversation, CancellationToken cancel) =>
        store.QueryAsync<Ring>(Select + " WHERE m.conversation = @conversation", new { conversation }, cancel);

    internal Task<IReadOnlyList<Escalation>> EscalationsAsync(string? conversation, CancellationToken cancel) => store.QueryAsync<Escalation>(
        "SELECT e.message, e.position, e.at, e.organisation, e.role FROM hotline_escalation e "
        + (conversation is null
            ? "JOIN hotline_ring r ON r.message = e.message WHERE r.stopped_at IS NULL"
            : "JOIN hotline_message m ON m.id = e.message WHERE m.conversation = @conversation")
        + " ORDER BY e.at, e.position",
        new { conversation },
        cancel);

    internal static async Task<IReadOnlyList<(DateTimeOffset At, Precedence Precedence)>> RungAsync(RecordTransaction transaction, string peer, DateTimeOffset since, CancellationToken cancel) =>
    [
        .. (await transaction.QueryAsync<Ring>("SELECT arrived_at, urgency FROM hotline_ring WHERE peer = @peer AND arrived_at >= @since AND rang = 1", new { peer, since }, cancel).ConfigureAwait(false))
            .Select(ring => (ring.ArrivedAt, ring.Precedence)),
    ];

    internal static Task AddAsync(RecordTransaction transaction, Ring ring, CancellationToken cancel) => transaction.ExecuteAsync(
        "INSERT INTO hotline_ring (message, peer, urgency, arrived_at, target_at, rang, climbed) VALUES (@Message, @Peer, @Urgency, @ArrivedAt, @TargetAt, @Rang, 0)", ring, cancel);

    internal static Task StopAsync(RecordTransaction transaction, string message, DateTimeOffset at, CancellationToken cancel) =>
        transaction.ExecuteAsync("UPDATE hotline_ring SET stopped_at = @at WHERE message = @message AND stopped_at IS NULL", new { message, at }, cancel);

    /// <summary>Climbs one rung; false when it was climbed or the ringing stopped meanwhile.</summary>
    internal static async Task<bool> ClimbAsync(RecordTransaction transaction, string message, LadderRung rung, DateTimeOffset at, CancellationToken cancel)
    {
        if (await transaction.ExecuteAsync("UPDATE hotline_ring SET climbed = climbed + 1 WHERE message = @message AND stopped_at IS NULL AND climbed = @before", new { message, before = rung.Position - 1 }, cancel).ConfigureAwait(false) == 0) return false;
        await transaction.ExecuteAsync(
            "INSERT INTO hotline_escalation (message, position, at, organisation, role) VALUES (@message, @Position, @at, @Organisation, @role)",
            new { message, rung.Position, at, rung.Organisation, role = rung.Role.ToString() },
            cancel).ConfigureAwait(false);
        return true;
    }

    internal async Task<bool> IsOnDutyAsync(string person, CancellationToken cancel) =>
        await store.FirstAsync<int>("SELECT COUNT(*) FROM hotline_duty WHERE person = @person", new { person }, cancel).ConfigureAwait(false) > 0;

    internal static async Task SetDutyAsync(RecordTransaction transaction, string person, bool onDuty, DateTimeOffset now, CancellationToken cancel)
    {
        await transaction.ExecuteAsync("DELETE FROM hotline_duty WHERE person = @person", new { person }, cancel).ConfigureAwait(false);
        if (onDuty) await transaction.ExecuteAsync("INSERT INTO hotline_duty (person, since) VALUES (@person, @now)", new { person, now }, cancel).ConfigureAwait(false);
    }
}
