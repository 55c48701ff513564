using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Capacity.Iati.Exchange;

public sealed class PostgresImportTests(PostgresServer server) : ImportCompliance
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync() };
}
