using System.Text;
using System.Text.Json;
using Noroshi.Node.Cli;
using Noroshi.Shell;

namespace Noroshi.Tests.Exchange.Verbs;

/// <summary><c>stix convert</c> as it is typed: what it prints, and how it ends.</summary>
public sealed class ConvertVerbTests : IDisposable
{
    private const string Event = """{"Event":{"uuid":"00000000-0000-4000-8000-000000000009","info":"EXERCISE","timestamp":"1700000000","id":"7","Attribute":[{"uuid":"00000000-0000-4000-8000-000000000008","type":"domain","value":"a.example","to_ids":true}]}}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-misp-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Convert_WhenThereAndBack_GivesTheEventWithoutWhatIsListed()
    {
        var (exit, stix, told) = await RunAsync("stix", "convert", "--to", "stix", Write("event.json", Event));
        exit.ShouldBe(0);
        told.ShouldContain("0 lost, 0 carried beside, 1 left");
        var (again, misp, _) = await RunAsync("stix", "convert", "--to", "misp", Write("bundle.json", stix));
        again.ShouldBe(0);
        JsonDocument.Parse(misp).RootElement.GetProperty("Event").TryGetProperty("id", out _).ShouldBeFalse();
        JsonDocument.Parse(misp).RootElement.GetProperty("Event").GetProperty("Attribute")[0].GetProperty("value").GetString().ShouldBe("a.example");
    }

    [Fact]
    public async Task Convert_WhenSomethingIsLost_EndsWithOneAndListsIt()
    {
        var file = Write("bundle.json", """{"type":"bundle","id":"bundle--44af6c39-c09b-49c5-9de2-394224b04982","objects":[{"type":"indicator","spec_version":"2.1","id":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","created":"2016-04-06T20:03:48.000Z","modified":"2016-04-06T20:03:48.000Z","pattern_type":"stix","pattern":"[ipv4-addr:value = '198.51.100.7']","valid_from":"2016-04-06T20:03:48Z","valid_until":"2017-04-06T20:03:48Z"}]}""");
        var (exit, json, _) = await RunAsync("stix", "convert", "--to", "misp", file, "--json");
        exit.ShouldBe(1);
        var answer = JsonDocument.Parse(json).RootElement;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["to", "lost", "losses", "result"]);
        var loss = answer.GetProperty("losses").EnumerateArray().ShouldHaveSingleItem();
        loss.GetProperty("pointer").GetString().ShouldBe("/objects/0/valid_until");
        loss.GetProperty("kind").GetString().ShouldBe("lost");
        answer.GetProperty("result").GetProperty("Event").GetProperty("Attribute")[0].GetProperty("type").GetString().ShouldBe("ip-dst");
    }

    [Fact]
    public async Task Convert_WhenTheInputIsWrong_EndsWithTwo()
    {
        (await RunAsync("stix", "convert", "--to", "stix", Write("bad.json", """{"info":"x","date":"tomorrow"}"""))).Exit.ShouldBe(2);
        (await RunAsync("stix", "convert", "--to", "misp", Write("bad.json", "{"))).Exit.ShouldBe(2);
        (await RunAsync("stix", "convert", "--to", "misp", Path.Combine(_folder, "none.json"))).Exit.ShouldBe(2);
        (await RunAsync("stix", "convert", "--to", "word", Write("event.json", Event))).Exit.ShouldBe(2);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private static async Task<(int Exit, string Out, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var host = new CommandHost(_ => throw new InvalidOperationException("These verbs need no store."), ReferenceData.ReferenceFolderOfTheTree.Path) { Out = output, Error = error };
        return (await CommandLine.RunAsync(args, host), output.ToString(), error.ToString());
    }
}
