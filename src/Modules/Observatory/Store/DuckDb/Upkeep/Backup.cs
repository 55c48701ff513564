using Noroshi.DuckDb;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>A consistent copy of the store, taken in one snapshot while others read and write.</summary>
internal static class Backup
{
    internal static bool Write(DuckConnection connection, string path, CancellationToken cancel) => NewFile.Write(path, partial =>
    {
        var name = $"backup_{Guid.NewGuid():N}";
        using var current = connection.Query("SELECT current_database()", []);
        current.Next();
        var source = current.Column(0).Text(0)!.Replace("\"", "\"\"", StringComparison.Ordinal);
        current.Dispose();
        connection.Execute($"ATTACH {NewFile.Literal(partial)} AS {name}", cancel);
        try
        {
            connection.Execute($"COPY FROM DATABASE \"{source}\" TO {name}", cancel);
            connection.Execute($"CHECKPOINT {name}", cancel);
        }
        finally
        {
            connection.Execute($"DETACH {name}", CancellationToken.None);
        }

        return true;
    });
}
