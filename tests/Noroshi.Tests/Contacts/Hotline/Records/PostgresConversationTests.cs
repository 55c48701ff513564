using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Hotline.Records;

public sealed class PostgresConversationTests(PostgresServer server) : ConversationCompliance
{
    protected override async Task<string?> DatabaseAsync() => await server.NewDatabaseAsync();
}
