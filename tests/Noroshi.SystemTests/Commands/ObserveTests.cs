using System.Text.Json;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Commands;

/// <summary>The commands of the observatory, typed as its documentation has them, answer in the shape it promises.</summary>
public sealed class ObserveTests(Exercise exercise) : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Data => _folder.Below("d");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Summarise_WhenGivenCapturesAndLogs_AnswersInItsShape()
    {
        foreach (var (file, unit) in new[] { (exercise.Pcap, "packet"), (exercise.Eve, "alert"), (exercise.Zeek, "flow") })
        {
            var said = (await Verb.RunAsync("observe", "summarise", file, "--by", "country,asn,port,source24,fingerprint", "--top", "20", "--json")).Succeeded().Json;
            said.GetProperty("events").GetInt64().ShouldBeGreaterThan(0);
            said.GetProperty("units").GetProperty(unit).GetInt64().ShouldBeGreaterThan(0);
            said.GetProperty("from").GetString().ShouldEndWith("Z");
            said.GetProperty("to").GetString().ShouldEndWith("Z");
            foreach (var rejected in said.GetProperty("rejected").EnumerateArray())
                rejected.GetProperty("count").GetInt64().ShouldBeGreaterThan(0);
            foreach (var group in new[] { "country", "asn", "port", "source24", "fingerprint" })
            {
                var rows = said.GetProperty("groups").GetProperty(group).EnumerateArray().ToList();
                rows.ShouldNotBeEmpty(group);
                rows[0].GetProperty("key").GetString().ShouldNotBeNullOrEmpty();
                rows[0].GetProperty("events").GetInt64().ShouldBeGreaterThan(0);
                rows[0].GetProperty("sources").GetInt64().ShouldBeGreaterThan(0);
            }
        }
    }

    [Fact]
    public async Task Summarise_WhenKeysAreJoined_CountsTheirCombinations()
    {
        var said = (await Verb.RunAsync("observe", "summarise", exercise.Pcap, "--by", "source24+proto+port", "--count", "--json")).Succeeded().Json;
        said.GetProperty("events").GetInt64().ShouldBeGreaterThan(said.GetProperty("distinct").GetInt64());
        said.GetProperty("distinct").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Summarise_WhenReadingStandardInput_SaysTheSame()
    {
        string[] asked = ["--by", "port", "--top", "5", "--json"];
        var fromFile = (await Verb.RunAsync(["observe", "summarise", exercise.Zeek, .. asked])).Succeeded();
        var piped = (await Verb.RunAsync(new Verb.Start { Arguments = ["observe", "summarise", "-", .. asked], Input = await File.ReadAllBytesAsync(exercise.Zeek) })).Succeeded();
        piped.Json.GetProperty("groups").GetRawText().ShouldBe(fromFile.Json.GetProperty("groups").GetRawText());
    }

    [Fact]
    public async Task Import_WhenTheSameFileComesAgain_ImportsNothing()
    {
        string[] command = ["observe", "import", exercise.Pcap, "--sensor", "telescope-1", "--data", Data, "--json"];
        var first = (await Verb.RunAsync(command)).Succeeded().Json;
        first.GetProperty("imported").GetInt64().ShouldBeGreaterThan(0);
        first.GetProperty("duplicates").GetInt64().ShouldBe(0);
        first.GetProperty("rejected").ValueKind.ShouldBe(JsonValueKind.Array);
        first.GetProperty("seconds").GetDouble().ShouldBeGreaterThan(0);
        var before = await Figures.OfAsync(Data);

        var again = (await Verb.RunAsync(command)).Succeeded().Json;
        again.GetProperty("imported").GetInt64().ShouldBe(0);
        again.GetProperty("duplicates").GetInt64().ShouldBe(first.GetProperty("imported").GetInt64());
        (await Figures.OfAsync(Data)).ShouldBe(before);
    }

    [Fact]
    public async Task ReportAndExport_WhenThereAreObservations_AgreeWithTheImport()
    {
        var imported = (await Verb.RunAsync("observe", "import", exercise.Pcap, "--sensor", "telescope-1", "--data", Data, "--json")).Succeeded().Json.GetProperty("imported").GetInt64();
        (await Figures.PacketsAsync(Data)).ShouldBe(imported);
        foreach (var format in new[] { "csv", "parquet" })
        {
            var file = _folder.Below("out." + format);
            (await Verb.RunAsync("observe", "export", "--data", Data, "--format", format, "--out", file, "--from", "2026-03-01", "--to", "2026-03-02", "--json")).Succeeded()
                .Json.GetProperty("rows").GetInt64().ShouldBeGreaterThan(0);
            new FileInfo(file).Length.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task BackupAndRestore_WhenThereAreObservations_GiveTheSameFigures()
    {
        (await Verb.RunAsync("observe", "import", exercise.Eve, exercise.Zeek, "--sensor", "mixed-1", "--data", Data, "--json")).Succeeded();
        var figures = await Figures.OfAsync(Data);
        (await Verb.RunAsync("backup", "--data", Data, "--out", _folder.Below("b.tar.gz"))).Succeeded();
        (await Verb.RunAsync("restore", "--in", _folder.Below("b.tar.gz"), "--data", _folder.Below("r"))).Succeeded();
        (await Figures.OfAsync(_folder.Below("r"))).ShouldBe(figures);
    }

    [Fact]
    public async Task Files_WhenMissingOrBroken_AreRefusedInWords()
    {
        await File.WriteAllTextAsync(_folder.Below("broken"), "no capture of any kind");
        foreach (var file in new[] { _folder.Below("absent"), _folder.Below("broken") })
        {
            foreach (var command in new string[][] { ["observe", "summarise", file, "--json"], ["observe", "import", file, "--sensor", "s-1", "--data", Data, "--json"] })
            {
                var said = await Verb.RunAsync(command);
                said.Code.ShouldNotBe(0);
                said.Error.ShouldContain(Path.GetFileName(file));
                said.Error.ShouldNotContain("   at ");
            }
        }
    }

    [Fact]
    public async Task DataCheck_WhenRunOnTheReviewedFacts_FindsThemSound() => (await Verb.RunAsync("data", "check", "--json")).Succeeded();
}
