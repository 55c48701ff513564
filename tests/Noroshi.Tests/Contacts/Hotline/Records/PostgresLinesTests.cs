using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Hotline.Records;

public sealed class PostgresLinesTests(PostgresServer server) : LinesCompliance
{
    protected override async Task<string?> DatabaseAsync() => await server.NewDatabaseAsync();
}
