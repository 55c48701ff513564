using Noroshi.Diplomacy;
using Noroshi.Storage;
using Noroshi.Tests.Shell.Entries;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Diplomacy.Desk.Store;

public sealed class PostgresEntryRecordsTests(PostgresServer server) : EntryRecordsCompliance("diplomacy", 'E', typeof(DiplomacyModule).Assembly)
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync(), Exercise = true };
}
