using Noroshi.DuckDb;

namespace Noroshi.Tests.Observatory.Store.DuckDb;

/// <summary>Makes a file look like one of an older version.</summary>
internal static class OlderFile
{
    /// <summary>Takes away what version 4 added.</summary>
    internal static void Undo(string path)
    {
        using var database = DuckDatabase.Open(path);
        using var connection = database.Connect();
        foreach (var table in (string[])["host", "host_port", "host_sector", "port_network", "sector_network", "host_part", "unlisted"]) connection.Execute($"DROP TABLE {table}");
        connection.Execute("UPDATE schema_version SET version = 3");
    }
}
