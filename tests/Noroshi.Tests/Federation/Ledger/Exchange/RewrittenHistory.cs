using Microsoft.Data.Sqlite;
using Noroshi.Shell.Audit;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>Changes the second act of a node at rest, and everything that would show it on that node alone.</summary>
internal static class RewrittenHistory
{
    internal static async Task MakeAsync(string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await RunAsync("DROP TRIGGER audit_event_never_changed; DELETE FROM ledger_cosignature; DELETE FROM ledger_checkpoint; UPDATE audit_event SET actor = 'nobody' WHERE sequence = 2;");
        var previous = "";
        foreach (var row in await RowsAsync())
        {
            previous = row.HashAfter(previous);
            await RunAsync("UPDATE audit_event SET hash = $hash WHERE sequence = $sequence", ("$hash", previous), ("$sequence", row.Sequence));
        }

        await RunAsync("UPDATE audit_head SET hash = $hash", ("$hash", previous));

        async Task RunAsync(string sql, params (string Name, object Value)[] values)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
            await command.ExecuteNonQueryAsync();
        }

        async Task<List<AuditRow>> RowsAsync()
        {
            var rows = new List<AuditRow>();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT sequence, at, act, actor, organisation, subject, succeeded, details FROM audit_event ORDER BY sequence";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(new AuditRow
                {
                    Sequence = reader.GetInt64(0),
                    At = DateTimeOffset.Parse(reader.GetString(1), System.Globalization.CultureInfo.InvariantCulture),
                    Act = reader.GetString(2),
                    Actor = reader.GetString(3),
                    Organisation = reader.IsDBNull(4) ? null : reader.GetString(4),
                    Subject = reader.IsDBNull(5) ? null : reader.GetString(5),
                    Succeeded = reader.GetInt64(6) != 0,
                    Details = reader.GetString(7),
                });
            }

            return rows;
        }
    }
}
