using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Shell.Access.People;

public sealed class PostgresPeopleTests(PostgresServer server) : PeopleCompliance
{
    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync() };
}
