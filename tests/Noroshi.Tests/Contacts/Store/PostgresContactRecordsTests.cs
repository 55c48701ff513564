using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Store;

public sealed class PostgresContactRecordsTests(PostgresServer server) : ContactRecordsCompliance
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync() };
}
