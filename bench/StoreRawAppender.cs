using System.Runtime.InteropServices;
using Noroshi.DuckDb;
using Noroshi.Observatory.Domain;

namespace Noroshi.Bench;

/// <summary>The peer: DuckDB's appender used directly over the same columns, value by value as its manual shows.</summary>
internal static partial class StoreRawAppender
{
    private const string Library = "duckdb";

    internal const string Table = """
        CREATE TABLE detail (
            import UINTEGER, sensor USMALLINT, width USMALLINT, minute TIMESTAMP, source_high UBIGINT, source_low UBIGINT,
            country USMALLINT, asn UINTEGER, protocol UTINYINT, port USMALLINT, unit UTINYINT, class UTINYINT, fingerprint UTINYINT,
            origin UTINYINT, target_kind UTINYINT, research BOOLEAN, sector USMALLINT, organisation USMALLINT, tag UINTEGER,
            events UBIGINT, packets UBIGINT, bytes UBIGINT, targets UINTEGER)
        """;

    /// <summary>Loads all batches in one transaction; the file is as durable afterwards as the store's.</summary>
    internal static void Load(string path, IEnumerable<Observation[]> batches)
    {
        _ = DuckDatabase.EngineVersion;
        Check(Open(path, out var database));
        Check(Connect(database, out var connection));
        try
        {
            Check(Query(connection, Table, 0));
            Check(Query(connection, "BEGIN", 0));
            Check(Create(connection, null, "detail", out var appender));
            foreach (var batch in batches)
            {
                foreach (ref readonly var row in batch.AsSpan()) Append(appender, row);
            }

            Check(Destroy(ref appender));
            Check(Query(connection, "COMMIT", 0));
        }
        finally
        {
            Disconnect(ref connection);
            Close(ref database);
        }
    }

    private static void Append(nint to, in Observation row)
    {
        Check(U32(to, 1));
        Check(U16(to, 1));
        Check(U16(to, 1));
        Check(Timestamp(to, row.MinuteMicros));
        Check(U64(to, row.Source.High));
        Check(U64(to, row.Source.Low));
        Check(U16(to, row.SourceCountry.Packed));
        Check(U32(to, row.Asn));
        Check(U8(to, row.Protocol));
        Check(U16(to, row.TargetPort));
        Check(U8(to, (byte)row.Unit));
        Check(U8(to, (byte)row.Class));
        Check(U8(to, (byte)row.Fingerprint));
        Check(U8(to, (byte)row.Origin));
        Check(U8(to, (byte)row.TargetKind));
        Check(Bool(to, row.Research ? (byte)1 : (byte)0));
        Check(U16(to, row.Sector));
        Check(U16(to, row.TargetOrganisation));
        Check(U32(to, (uint)row.Tag));
        Check(U64(to, row.Events));
        Check(U64(to, row.Packets));
        Check(U64(to, row.Bytes));
        Check(U32(to, row.Targets));
        Check(EndRow(to));
    }

    private static void Check(int state)
    {
        if (state != 0) throw new InvalidOperationException("The raw appender failed.");
    }

    [LibraryImport(Library, EntryPoint = "duckdb_open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, out nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_close")]
    private static partial void Close(ref nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_connect")]
    private static partial int Connect(nint database, out nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
    private static partial void Disconnect(ref nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_query", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Query(nint connection, string sql, nint result);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_create", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Create(nint connection, string? schema, string table, out nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_destroy")]
    private static partial int Destroy(ref nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_appender_end_row")]
    private static partial int EndRow(nint appender);

    [LibraryImport(Library, EntryPoint = "duckdb_append_bool")]
    private static partial int Bool(nint appender, byte value);

    [LibraryImport(Library, EntryPoint = "duckdb_append_uint8")]
    private static partial int U8(nint appender, byte value);

    [LibraryImport(Library, EntryPoint = "duckdb_append_uint16")]
    private static partial int U16(nint appender, ushort value);

    [LibraryImport(Library, EntryPoint = "duckdb_append_uint32")]
    private static partial int U32(nint appender, uint value);

    [LibraryImport(Library, EntryPoint = "duckdb_append_uint64")]
    private static partial int U64(nint appender, ulong value);

    [LibraryImport(Library, EntryPoint = "duckdb_append_timestamp")]
    private static partial int Timestamp(nint appender, long value);
}
