using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Law.Store;

public sealed class PostgresNormRecordsTests(PostgresServer server) : NormRecordsCompliance
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync(), Exercise = true };
}
