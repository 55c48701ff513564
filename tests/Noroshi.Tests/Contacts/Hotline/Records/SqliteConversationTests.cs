namespace Noroshi.Tests.Contacts.Hotline.Records;

public sealed class SqliteConversationTests : ConversationCompliance;
