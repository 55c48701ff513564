using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation.Records;

public sealed class PostgresFederationRecordsTests(PostgresServer server) : FederationRecordsCompliance
{
    protected override async Task<string?> DatabaseAsync() => await server.NewDatabaseAsync();
}
