using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Exchange.Store;

public sealed class PostgresObjectRecordsTests(PostgresServer server) : ObjectRecordsCompliance
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync() };
}
