using Noroshi.Shell.Access;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;

namespace Noroshi.Tests.Storage.Migrations;

public sealed class MigrationSetTests
{
    [Fact]
    public void Set_WhenNumbersHaveAGap_IsRefused() =>
        Should.Throw<MigrationException>(() => new MigrationSet("law", [new Migration(1, "one", "SELECT 1"), new Migration(3, "three", "SELECT 1")])).Message.ShouldContain("0003_three");

    [Theory]
    [InlineData("BEGIN; CREATE TABLE a (id TEXT); COMMIT;")]
    [InlineData("CREATE TABLE a (id TEXT);\ncommit;")]
    [InlineData("CREATE TABLE a (id TEXT); Rollback")]
    [InlineData("VACUUM")]
    [InlineData("START  TRANSACTION")]
    public void Step_WhenItControlsTheTransaction_IsRefused(string sql) =>
        Should.Throw<MigrationException>(() => new MigrationSet("law", [new Migration(1, "one", sql)])).Message.ShouldContain("one transaction");

    [Fact]
    public void Step_WhenEmpty_IsRefused() => Should.Throw<MigrationException>(() => new MigrationSet("law", [new Migration(1, "one", " \n")]));

    [Fact]
    public void Read_WhenADialectHasItsOwnFile_TakesThatForItAlone()
    {
        var sqlite = AccessServices.Migrations(RecordDialect.Sqlite).Single(set => set.Scope == "audit");
        var postgres = AccessServices.Migrations(RecordDialect.Postgres).Single(set => set.Scope == "audit");
        sqlite.Steps[0].Sql.ShouldContain("RAISE(ABORT");
        postgres.Steps[0].Sql.ShouldContain("plpgsql");
        sqlite.Steps.Select(step => step.Name).ShouldBe(postgres.Steps.Select(step => step.Name));
    }
}
