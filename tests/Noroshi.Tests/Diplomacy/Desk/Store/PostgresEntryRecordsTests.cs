using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Diplomacy.Desk.Store;

public sealed class PostgresEntryRecordsTests(PostgresServer server) : EntryRecordsCompliance
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync(), Exercise = true };
}
