using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Hotline.Records;

public sealed class PostgresRingingTests(PostgresServer server) : RingingCompliance
{
    protected override async Task<string?> DatabaseAsync() => await server.NewDatabaseAsync();
}
