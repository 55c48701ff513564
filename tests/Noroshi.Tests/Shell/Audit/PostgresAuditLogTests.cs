using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Shell.Audit;

public sealed class PostgresAuditLogTests(PostgresServer server) : AuditLogCompliance
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync() };
}
