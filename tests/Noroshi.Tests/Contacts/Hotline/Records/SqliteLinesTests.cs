namespace Noroshi.Tests.Contacts.Hotline.Records;

public sealed class SqliteLinesTests : LinesCompliance;
