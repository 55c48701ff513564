using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>The sensors this node knows.</summary>
internal sealed class SensorRecords(RecordStore records, DefaultOwner defaultOwner, TimeProvider clock)
{
    private const string Columns = "name, owner, country, kind, token_hash, token_created_at, created_at, created_by, last_seen_at, retired_at";

    /// <summary>All sensors of these owners (null: of everyone), by name.</summary>
    internal async Task<IReadOnlyList<Sensor>> ListAsync(IReadOnlySet<string>? owners, CancellationToken cancel)
    {
        var all = await records.QueryAsync<Sensor>($"SELECT {Columns} FROM observatory_sensors ORDER BY name", null, cancel);
        if (all.Any(sensor => sensor.Owner == DefaultOwner.None) && await defaultOwner.FindAsync(cancel) is var owner and not DefaultOwner.None)
        {
            // Added by a verb before the node had its first organisation: they become that organisation's.
            await records.ExecuteAsync("UPDATE observatory_sensors SET owner = @owner WHERE owner = @none", new { owner, none = DefaultOwner.None }, cancel);
            all = [.. all.Select(sensor => sensor.Owner == DefaultOwner.None ? sensor with { Owner = owner } : sensor)];
        }

        return owners is null ? all : [.. all.Where(sensor => owners.Contains(sensor.Owner))];
    }

    internal Task<Sensor?> FindAsync(string name, CancellationToken cancel) =>
        records.FirstAsync<Sensor>($"SELECT {Columns} FROM observatory_sensors WHERE name = @name", new { name }, cancel);

    /// <summary>The sensor whose token this is, or null; retired sensors have none.</summary>
    internal async Task<Sensor?> FindByTokenAsync(string token, CancellationToken cancel)
    {
        if (!SensorToken.HasShape(token)) return null;
        var hash = SensorToken.Hash(token);
        var sensor = await records.FirstAsync<Sensor>($"SELECT {Columns} FROM observatory_sensors WHERE token_hash = @hash AND retired_at IS NULL", new { hash }, cancel);
        return sensor is not null && SensorToken.Matches(token, sensor.TokenHash) ? sensor : null;
    }

    /// <summary>Adds a sensor; false when the name is taken (by a retired one too: what that saw stays its own).</summary>
    internal async Task<bool> AddAsync(string name, string owner, CountryCode country, string kind, string? tokenHash, string by, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await records.ExecuteAsync(
            """
            INSERT INTO observatory_sensors (name, owner, country, kind, token_hash, token_created_at, created_at, created_by)
            VALUES (@name, @owner, @country, @kind, @tokenHash, @tokenAt, @now, @by)
            ON CONFLICT (name) DO NOTHING
            """,
            new { name, owner, country = country.ToString(), kind, tokenHash, tokenAt = tokenHash is null ? (DateTimeOffset?)null : now, now, by },
            cancel) == 1;
    }

    /// <summary>Gives a sensor a new token; the old one stops at once. False when there is no such sensor in use.</summary>
    internal async Task<bool> ReplaceTokenAsync(string name, string tokenHash, CancellationToken cancel) => await records.ExecuteAsync(
        "UPDATE observatory_sensors SET token_hash = @tokenHash, token_created_at = @now WHERE name = @name AND retired_at IS NULL",
        new { name, tokenHash, now = clock.GetUtcNow() },
        cancel) == 1;

    /// <summary>Ends a sensor's work: its token stops, its data stays. False when there is no such sensor in use.</summary>
    internal async Task<bool> RetireAsync(string name, CancellationToken cancel) => await records.ExecuteAsync(
        "UPDATE observatory_sensors SET retired_at = @now, token_hash = NULL WHERE name = @name AND retired_at IS NULL",
        new { name, now = clock.GetUtcNow() },
        cancel) == 1;

    internal Task SeenAsync(string name, CancellationToken cancel) =>
        records.ExecuteAsync("UPDATE observatory_sensors SET last_seen_at = @now WHERE name = @name", new { name, now = clock.GetUtcNow() }, cancel);
}
