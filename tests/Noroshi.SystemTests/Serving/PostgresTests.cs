using System.Net;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Serving;

/// <summary>With PostgreSQL for its records the node does what it does with SQLite.</summary>
public sealed class PostgresTests(Exercise exercise) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.Below("d");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Node_WhenRecordsAreInPostgres_ServesImportsAndExaminesItself()
    {
        using var postgres = PostgresServer.Start();
        string[] where = ["--data", Data, "--database", postgres.ConnectionString];
        (await Verb.RunAsync(["observe", "import", exercise.Eve, "--sensor", "ids-1", "--json", .. where])).Succeeded().Json.GetProperty("imported").GetInt64().ShouldBeGreaterThan(0);
        await using (var node = await NodeProcess.ServeAsync(Data, "--database", postgres.ConnectionString))
        {
            using var client = node.Client();
            (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK, node.Log);
            (await client.GetAsync(node.SetUpLink)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await node.StopAsync()).ShouldBe(0, node.Log);
        }
        File.Exists(Path.Combine(Data, "records.db")).ShouldBeFalse();
        var doctor = (await Verb.RunAsync(["doctor", "--urls", "http://127.0.0.1:0", "--json", .. where])).Succeeded();
        doctor.Out.ShouldContain("PostgreSQL");
        var backup = (await Verb.RunAsync(["backup", "--out", _folder.Below("b.tar.gz"), "--json", .. where])).Succeeded();
        backup.Json.GetProperty("guidance").EnumerateArray().ShouldHaveSingleItem().GetRawText().ShouldContain("pg_dump");
    }

    [Fact]
    public async Task Node_WhenPostgresIsNotThere_SaysSoAndEnds() =>
        (await Verb.RunAsync("serve", "--data", Data, "--database", $"Host={_folder.Path};Username=nobody", "--urls", "http://127.0.0.1:0")).Refused(3, "cannot be reached");
}
