using Noroshi.Storage;

namespace Noroshi.Tests.Storage.Records;

public sealed class PostgresRecordsTests(PostgresServer server) : RecordStoreCompliance
{
    [Fact]
    public async Task Open_WhenNothingListens_SaysWhereAndHidesThePassword()
    {
        await using var store = RecordStore.For(new NodeOptions { DataDirectory = "", ReferenceData = "", Database = "Host=127.0.0.1;Port=1;Database=noroshi;Username=noroshi;Password=hush-hush" });
        var refusal = await Should.ThrowAsync<RecordStoreException>(() => store.FirstAsync<int>("SELECT 1", null, default));
        refusal.Message.ShouldContain("127.0.0.1:1");
        refusal.ToString().ShouldNotContain("hush-hush");
    }

    [Fact]
    public void Settings_WhenNoConnectionString_SayHowToWriteOne() =>
        Should.Throw<RecordStoreException>(() => RecordStore.For(new NodeOptions { DataDirectory = "", ReferenceData = "", Database = "not a connection string" })).Message.ShouldContain("Host=");

    [Fact]
    public async Task Backup_WhenAsked_TellsHowPostgresDoesIt()
    {
        var backup = await Store.BackUpAsync("unused", default);
        backup.File.ShouldBeNull();
        backup.Guidance.ShouldNotBeNull().ShouldContain("pg_dump");
    }

    protected override async Task<NodeOptions> OptionsAsync() => new() { DataDirectory = "", ReferenceData = "", Database = await server.NewDatabaseAsync() };
}
