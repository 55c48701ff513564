using System.Globalization;
using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>The tables of the store, and how a file of an older version becomes one of this version.</summary>
internal static class ObservationSchema
{
    private const string Facets = """
        unit UTINYINT NOT NULL, class UTINYINT NOT NULL, fingerprint UTINYINT NOT NULL,
        origin UTINYINT NOT NULL, target_kind UTINYINT NOT NULL, research BOOLEAN NOT NULL
        """;

    private const string Sums = """
        events UBIGINT NOT NULL, packets UBIGINT NOT NULL, bytes UBIGINT NOT NULL,
        first TIMESTAMP NOT NULL, last TIMESTAMP NOT NULL
        """;

    // One entry per version, applied in order, each in one transaction together with its number.
    private static readonly string[] Steps =
    [
        $"""
        CREATE TABLE sensor (id USMALLINT PRIMARY KEY, name VARCHAR NOT NULL UNIQUE);
        CREATE TABLE tag (id UINTEGER PRIMARY KEY, name VARCHAR NOT NULL UNIQUE);
        CREATE TABLE import (
            id UINTEGER PRIMARY KEY, sensor USMALLINT NOT NULL, name VARCHAR NOT NULL, sha256 BLOB NOT NULL, geo_version VARCHAR NOT NULL,
            committed TIMESTAMP NOT NULL, first TIMESTAMP, last TIMESTAMP, events UBIGINT NOT NULL, rows UBIGINT NOT NULL, rejected VARCHAR NOT NULL,
            UNIQUE (sensor, sha256));
        CREATE TABLE held (
            import UINTEGER NOT NULL, sensor USMALLINT NOT NULL, day TIMESTAMP NOT NULL, detail_rows UBIGINT NOT NULL, source_rows UBIGINT NOT NULL,
            first TIMESTAMP NOT NULL, last TIMESTAMP NOT NULL);
        CREATE TABLE resolution (width USMALLINT PRIMARY KEY, since TIMESTAMP NOT NULL);
        CREATE TABLE detail (
            import UINTEGER NOT NULL, sensor USMALLINT NOT NULL, width USMALLINT NOT NULL, minute TIMESTAMP NOT NULL,
            source_high UBIGINT NOT NULL, source_low UBIGINT NOT NULL, country USMALLINT NOT NULL, asn UINTEGER NOT NULL,
            protocol UTINYINT NOT NULL, port USMALLINT NOT NULL, {Facets},
            sector USMALLINT NOT NULL, organisation USMALLINT NOT NULL, tag UINTEGER NOT NULL,
            events UBIGINT NOT NULL, packets UBIGINT NOT NULL, bytes UBIGINT NOT NULL, targets UINTEGER NOT NULL);
        CREATE TABLE overview (width USMALLINT NOT NULL, minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, {Facets}, {Sums}, sketch BLOB NOT NULL);
        CREATE TABLE network (width USMALLINT NOT NULL, minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, {Facets},
            country USMALLINT NOT NULL, asn UINTEGER NOT NULL, {Sums}, sketch BLOB NOT NULL);
        CREATE TABLE port (width USMALLINT NOT NULL, minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, {Facets},
            protocol UTINYINT NOT NULL, port USMALLINT NOT NULL, {Sums}, sketch BLOB NOT NULL);
        CREATE TABLE target (width USMALLINT NOT NULL, minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, {Facets},
            sector USMALLINT NOT NULL, organisation USMALLINT NOT NULL, {Sums}, sketch BLOB NOT NULL);
        CREATE TABLE day_source (minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, {Facets},
            country USMALLINT NOT NULL, asn UINTEGER NOT NULL, source_high UBIGINT NOT NULL, source_low UBIGINT NOT NULL, {Sums});
        """,

        // Imports whose rollups are still to be built from their rows.
        "CREATE TABLE unsettled (import UINTEGER NOT NULL)",

        // Each sensor ages by its own latest data. The busiest sources of a day, and what none of the others exceeds.
        """
        CREATE TABLE sensor_resolution (sensor USMALLINT NOT NULL, width USMALLINT NOT NULL, since TIMESTAMP NOT NULL, PRIMARY KEY (sensor, width));
        INSERT INTO sensor_resolution SELECT s.id, r.width, r.since FROM sensor s, resolution r;
        DROP TABLE resolution;
        CREATE TABLE busy_day (minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, unit UTINYINT NOT NULL, ceiling UBIGINT NOT NULL);
        CREATE TABLE busy_source (minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, unit UTINYINT NOT NULL,
            source_high UBIGINT NOT NULL, source_low UBIGINT NOT NULL, above UBIGINT NOT NULL);
        """,

        // Who was seen on which of 32 days, by what views are narrowed to, so that unique sources over days are counted and not estimated;
        // and the sums that go with them. Imports settled before there were such lists get them later.
        $"""
        CREATE TABLE host (block USMALLINT NOT NULL, sensor USMALLINT NOT NULL, {Facets},
            country USMALLINT NOT NULL, asn UINTEGER NOT NULL, source_high UBIGINT NOT NULL, source_low UBIGINT NOT NULL, days UINTEGER NOT NULL);
        CREATE TABLE host_port (block USMALLINT NOT NULL, sensor USMALLINT NOT NULL, {Facets}, protocol UTINYINT NOT NULL, port USMALLINT NOT NULL,
            country USMALLINT NOT NULL, asn UINTEGER NOT NULL, source_high UBIGINT NOT NULL, source_low UBIGINT NOT NULL, days UINTEGER NOT NULL);
        CREATE TABLE host_sector (block USMALLINT NOT NULL, sensor USMALLINT NOT NULL, {Facets}, sector USMALLINT NOT NULL,
            country USMALLINT NOT NULL, asn UINTEGER NOT NULL, source_high UBIGINT NOT NULL, source_low UBIGINT NOT NULL, days UINTEGER NOT NULL);
        CREATE TABLE port_network (width USMALLINT NOT NULL, minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, {Facets}, protocol UTINYINT NOT NULL, port USMALLINT NOT NULL,
            country USMALLINT NOT NULL, asn UINTEGER NOT NULL, events UBIGINT NOT NULL, first TIMESTAMP NOT NULL, last TIMESTAMP NOT NULL);
        CREATE TABLE sector_network (width USMALLINT NOT NULL, minute TIMESTAMP NOT NULL, sensor USMALLINT NOT NULL, {Facets}, sector USMALLINT NOT NULL,
            country USMALLINT NOT NULL, asn UINTEGER NOT NULL, events UBIGINT NOT NULL, first TIMESTAMP NOT NULL, last TIMESTAMP NOT NULL);
        CREATE TABLE host_part (sensor USMALLINT NOT NULL, block USMALLINT NOT NULL, import UINTEGER NOT NULL);
        CREATE TABLE unlisted (import UINTEGER NOT NULL);
        INSERT INTO unlisted SELECT id FROM import WHERE id NOT IN (SELECT import FROM unsettled);
        """,
    ];

    /// <summary>The version this program writes.</summary>
    internal static int Version => Steps.Length;

    /// <summary>Brings an opened file to this version.</summary>
    /// <exception cref="ObservationStoreException">The file was written by a newer Noroshi.</exception>
    internal static void Migrate(DuckConnection connection, string path)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
        var held = Held(connection);
        if (held > Version)
        {
            throw new ObservationStoreException(
                $"{path} was written by a newer Noroshi (its schema is version {held}; this program knows up to {Version}). Nothing was changed. Use the newer program, or restore a backup from before the upgrade.");
        }

        for (var version = held; version < Version; version++)
        {
            using var transaction = connection.Begin();
            connection.Execute(Steps[version]);
            connection.Execute("DELETE FROM schema_version");
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO schema_version VALUES ({version + 1})"));
            transaction.Commit();
        }
    }

    private static int Held(DuckConnection connection)
    {
        using var result = connection.Query("SELECT coalesce(max(version), 0) FROM schema_version", []);
        result.Next();
        return result.Column(0).Values<int>()[0];
    }
}
