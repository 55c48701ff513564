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

    [Fact]
    public void Files_WhenSomeAreForOneDatabase_FollowWhatBothShare()
    {
        (int, string, string, string)[] files = [(1, "one", "postgres", "SELECT 3"), (1, "one", "", "SELECT 1;\n"), (1, "one", "sqlite", "SELECT 2"), (2, "two", "", "SELECT 4")];
        MigrationSet.Of("law", RecordDialect.Sqlite, files).Steps.Select(step => step.Sql).ShouldBe(["SELECT 1;\nSELECT 2", "SELECT 4"]);
        MigrationSet.Of("law", RecordDialect.Postgres, files).Steps.Select(step => step.Sql).ShouldBe(["SELECT 1;\nSELECT 3", "SELECT 4"]);
    }

    [Theory]
    [InlineData("one", "postgres", "PostgreSQL only")]
    [InlineData("one", "sqlite", "SQLite only")]
    [InlineData("one", "", "Two migrations")]
    [InlineData("other", "", "Two migrations")]
    public void Files_WhenTheyDoNotFitTogether_AreRefused(string name, string dialect, string reason) =>
        Should.Throw<MigrationException>(() => MigrationSet.Of("law", RecordDialect.Sqlite, [(1, "one", "", "SELECT 1"), (1, name, dialect, "SELECT 2")])).Message.ShouldContain(reason);
}
