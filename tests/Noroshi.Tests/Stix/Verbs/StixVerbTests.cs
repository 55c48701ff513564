using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Noroshi.Node.Cli;
using Noroshi.Shell;

namespace Noroshi.Tests.Stix.Verbs;

/// <summary>The verbs as they are typed: what they print, and how they end.</summary>
public sealed class StixVerbTests : IDisposable
{
    private const string Good = """{"type":"bundle","id":"bundle--44af6c39-c09b-49c5-9de2-394224b04982","objects":[{"type":"identity","spec_version":"2.1","id":"identity--8ae20dde-83d4-4218-88fd-41ef0dabf9d1","created":"2016-08-22T14:09:00.123Z","modified":"2016-08-22T14:09:00.123Z","name":"n"}]}""";
    private const string Observed = """{"type":"observed-data","id":"observed-data--1","first_observed":"2024-05-01T12:00:00Z","last_observed":"2024-05-01T12:00:00Z","number_observed":1,"object_refs":["i"]}""";
    private const string Address = """{"type":"ipv4-addr","id":"i","value":"198.51.100.7"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-stix-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Validate_WhenEverythingIsRight_EndsWithZero()
    {
        var (exit, json) = await RunAsync("stix", "validate", Write("good.json", Good), "--json");
        exit.ShouldBe(0);
        var answer = JsonDocument.Parse(json).RootElement;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["valid", "objects", "errors", "warnings"]);
        answer.GetProperty("valid").GetBoolean().ShouldBeTrue();
        answer.GetProperty("objects").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Validate_WhenSomethingIsWrong_EndsWithOneAndPointsToIt()
    {
        var (exit, json) = await RunAsync("stix", "validate", Write("bad.json", Good.Replace("\"name\":\"n\"", "\"name\":7", StringComparison.Ordinal)), "--json");
        exit.ShouldBe(1);
        var error = JsonDocument.Parse(json).RootElement.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.EnumerateObject().Select(member => member.Name).ShouldBe(["pointer", "rule", "message"]);
        error.GetProperty("pointer").GetString().ShouldBe("/objects/0/name");
        (await RunAsync("stix", "validate", Write("bad.json", "{"))).Exit.ShouldBe(1);
    }

    [Fact]
    public async Task Validate_WhenStrict_CountsWarnings()
    {
        var file = Write("custom.json", Good.Replace("\"name\":\"n\"", "\"name\":\"n\",\"x_more\":1", StringComparison.Ordinal));
        (await RunAsync("stix", "validate", file)).Exit.ShouldBe(0);
        var (exit, text) = await RunAsync("stix", "validate", file, Write("good.json", Good), "--strict");
        exit.ShouldBe(1);
        text.ShouldContain($"warning: {file} /objects/0/x_more");
        text.ShouldContain("not valid: 2 objects, 0 errors, 1 warnings");
    }

    [Fact]
    public async Task Validate_WhenTheFileIsGzip_ReadsIt()
    {
        var file = Path.Combine(_folder, "good.json.gz");
        await using (var gzip = new GZipStream(File.Create(file), CompressionLevel.Fastest)) await gzip.WriteAsync(Encoding.UTF8.GetBytes(Good), TestContext.Current.CancellationToken);
        (await RunAsync("stix", "validate", file)).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Pattern_WhenRead_SaysWhetherItIsOne()
    {
        var (exit, json) = await RunAsync("stix", "pattern", "[ipv4-addr:value = '198.51.100.7']", "--json");
        exit.ShouldBe(0);
        JsonDocument.Parse(json).RootElement.GetProperty("error").ValueKind.ShouldBe(JsonValueKind.Null);

        (exit, json) = await RunAsync("stix", "pattern", "[ipv4-addr:value = ]", "--json");
        exit.ShouldBe(1);
        var error = JsonDocument.Parse(json).RootElement.GetProperty("error");
        error.EnumerateObject().Select(member => member.Name).ShouldBe(["position", "message"]);
        error.GetProperty("position").GetInt32().ShouldBe(19);

        (await RunAsync("stix", "pattern", "[ipv4-addr:value = ]")).Out.ShouldContain("                     ^");
    }

    [Fact]
    public async Task Match_WhenObservedDataIsGivenByLines_NamesWhatMatches()
    {
        var file = Write("lines.json", Observed + "\n" + Address + "\n");
        var (exit, json) = await RunAsync("stix", "match", "--pattern", "[ipv4-addr:value ISSUBSET '198.51.100.0/24']", file, "--json");
        exit.ShouldBe(0);
        json.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"match":true,"observations":["observed-data--1"]}""");
        (exit, json) = await RunAsync("stix", "match", "--pattern", "[ipv4-addr:value = '203.0.113.1']", file, "--json");
        exit.ShouldBe(1);
        json.ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("""{"match":false,"observations":[]}""");
    }

    [Theory]
    [InlineData("validate", "no-such-file.json")]
    [InlineData("validate")]
    [InlineData("match", "--pattern", "[file:size = ]", "-")]
    [InlineData("match", "no-pattern.json")]
    [InlineData("pattern")]
    public async Task Verb_WhenMisused_EndsWithTwo(params string[] args) => (await RunAsync(["stix", .. args])).Exit.ShouldBe(2);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static async Task<(int Exit, string Out)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var host = new CommandHost(_ => throw new InvalidOperationException("These verbs need no store."), ReferenceData.ReferenceFolderOfTheTree.Path) { Out = output, Error = error };
        return (await CommandLine.RunAsync(args, host), output.ToString());
    }
}
