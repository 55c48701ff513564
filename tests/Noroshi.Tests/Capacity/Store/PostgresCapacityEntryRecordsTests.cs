using Noroshi.Capacity;
using Noroshi.Storage;
using Noroshi.Tests.Shell.Entries;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Capacity.Store;

public sealed class PostgresCapacityEntryRecordsTests(PostgresServer server) : EntryRecordsCompliance("capacity", 'C', typeof(CapacityModule).Assembly)
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync(), Exercise = true };
}
