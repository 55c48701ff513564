using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Noroshi.SystemTests.Federation;

/// <summary>What a node's records hold, read from outside beside the node or after its end.</summary>
internal sealed class NodeRecords(string data)
{
    /// <summary>Texts and places of what was said in all conversations, in the order in which they were kept.</summary>
    /// <param name="outgoing">What this node said, or what it heard.</param>
    internal IReadOnlyList<Said> Said(bool outgoing) => Read(
        "SELECT conversation, number, text_en, digest, id FROM hotline_message WHERE outgoing = @outgoing ORDER BY rowid",
        row => new Said(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4)),
        ("@outgoing", outgoing ? 1 : 0));

    internal long Queued() => Read("SELECT COUNT(*) FROM outbox WHERE state = 'Queued'", row => row.GetInt64(0))[0];

    /// <summary>How long each message took from its commit here to the peer's receipt.</summary>
    internal IReadOnlyList<TimeSpan> DeliveryTimes(DateTimeOffset since) => Read(
        "SELECT queued_at, settled_at FROM outbox WHERE settled_at IS NOT NULL AND queued_at >= @since",
        row => DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture) - DateTimeOffset.Parse(row.GetString(0), CultureInfo.InvariantCulture),
        ("@since", since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)));

    /// <summary>Messages that either side set aside or gave up, with the reason.</summary>
    internal IReadOnlyList<string> SetAside() => Read(
        "SELECT type || ': ' || COALESCE(reason, '') FROM inbox WHERE outcome <> 'applied' UNION ALL SELECT type || ': ' || COALESCE(reason, '') FROM outbox WHERE state = 'Refused'", row => row.GetString(0));

    /// <summary>How often each act was recorded.</summary>
    internal IReadOnlyDictionary<string, long> Acts() => Read("SELECT act, COUNT(*) FROM audit_event GROUP BY act", row => (row.GetString(0), row.GetInt64(1))).ToDictionary(row => row.Item1, row => row.Item2);

    /// <summary>The details of every act of that name, as JSON.</summary>
    internal IReadOnlyList<string> Details(string act) => Read("SELECT COALESCE(details, '') FROM audit_event WHERE act = @act ORDER BY sequence", row => row.GetString(0), ("@act", act));

    /// <summary>What was said last of the one peer's ledger.</summary>
    internal string? LedgerVerdict() => Read("SELECT verdict FROM peer_checkpoint ORDER BY at DESC, number DESC LIMIT 1", row => row.GetString(0)).FirstOrDefault();

    internal IReadOnlyList<string> LedgerVerdicts() => Read("SELECT DISTINCT verdict FROM peer_checkpoint", row => row.GetString(0));

    /// <summary>Leaves of this node's ledger that the peer has confirmed.</summary>
    internal long Cosigned() => Read("SELECT COALESCE(MAX(size), 0) FROM ledger_cosignature", row => row.GetInt64(0))[0];

    internal string? LastFailure() => Read("SELECT COALESCE(last_failure, '') FROM peer", row => row.GetString(0)).FirstOrDefault();

    /// <summary>The signed form of the messages sent, oldest first.</summary>
    internal IReadOnlyList<string> SentProofs() => Read("SELECT signed FROM outbox ORDER BY queued_at, sequence", row => row.GetString(0));

    /// <summary>The description of the one peer as it signed it.</summary>
    internal string PeerDocument() => Read("SELECT document FROM peer", row => row.GetString(0))[0];

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] values)
    {
        // No pool: the file under it may be another after a restored backup.
        var place = new SqliteConnectionStringBuilder { DataSource = Path.Combine(data, "records.db"), Pooling = false, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 30 };
        using var connection = new SqliteConnection(place.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }
}
