using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Iati.Checking;
using Noroshi.Node.Cli;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Shell;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Capacity.Iati.Features;

/// <summary>The verbs as they are typed, import and export against a serving node: what they print, and how they end.</summary>
public sealed class IatiVerbTests : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly TemporaryFolder _folder = new();
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Validate_WhenValid_EndsWithZeroInThePromisedForm()
    {
        var (code, answer) = await RunAsync("capacity", "validate", File("good.xml", ExampleFile.Text([ExampleFile.Activity(1)])), "--json");
        code.ShouldBe(0);
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["valid", "read", "records", "errors", "moreErrors", "warnings", "moreWarnings"]);
        (answer.GetProperty("valid").GetBoolean(), answer.GetProperty("records").GetInt32()).ShouldBe((true, 1));
    }

    [Fact]
    public async Task Validate_WhenInvalid_EndsWithOneAndSaysWhere()
    {
        var (code, answer) = await RunAsync("capacity", "validate", File("bad.xml", ExampleFile.Text([ExampleFile.Activity(1).Replace("code=\"2\"", "", StringComparison.Ordinal)])), "--json");
        code.ShouldBe(1);
        var error = answer.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        error.EnumerateObject().Select(member => member.Name).ShouldBe(["line", "path", "rule", "message"]);
        (error.GetProperty("line").GetInt32(), error.GetProperty("path").GetString(), error.GetProperty("rule").GetString()).ShouldBe((9, "/iati-activities/iati-activity[1]/activity-status", "attribute.missing"));
    }

    [Fact]
    public async Task Validate_WhenNotXml_EndsWithTwoAndSaysWhy()
    {
        var (code, answer) = await RunAsync("capacity", "validate", File("cut.xml", "<iati-activities version=\"2.03\">"), "--json");
        code.ShouldBe(2);
        (answer.GetProperty("valid").GetBoolean(), answer.GetProperty("read").GetBoolean()).ShouldBe((false, false));
        answer.GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe("xml.cut-off");
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("capacity", "validate", _folder.File("none.xml")))).ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public async Task Validate_WhenSchemasAreGiven_SaysWhatTheySayAsWell()
    {
        var wrong = File("bad.xml", ExampleFile.Text([ExampleFile.Activity(1).Replace("code=\"2\"", "", StringComparison.Ordinal)]));
        var (code, answer) = await RunAsync("capacity", "validate", wrong, "--schema", PublishedFiles.Schemas, "--json");
        code.ShouldBe(1);
        answer.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("rule").GetString()).ShouldBe(["attribute.missing", "xsd"]);
        (await RunAsync("capacity", "validate", File("good.xml", ExampleFile.Text([ExampleFile.Activity(1)])), "--schema", PublishedFiles.Schemas, "--json")).Code.ShouldBe(0);
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("capacity", "validate", wrong, "--schema", _folder.Path))).ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public async Task Import_WhenApplied_IsExportedAgainAndValid()
    {
        var file = File("a.xml", ExampleFile.Text([ExampleFile.Activity(1, more: "<x:y xmlns:x=\"urn:exercise\"/>"), ExampleFile.Activity(2), ExampleFile.Activity(3)]));
        var (code, shown) = await RunAsync("capacity", "import", file, "--json");
        (code, shown.GetProperty("applied").GetBoolean(), shown.GetProperty("new").GetArrayLength()).ShouldBe((0, false, 3));
        shown.GetProperty("notKept").GetProperty("x:y (urn:exercise)").GetInt32().ShouldBe(1);
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("capacity", "export", "--json"))).Message.ShouldContain("No activity");

        var (_, taken) = await RunAsync("capacity", "import", file, "--only", "XX-EXERCISE-1-1,XX-EXERCISE-1-3", "--apply", "--json");
        (taken.GetProperty("applied").GetBoolean(), taken.GetProperty("new").GetArrayLength()).ShouldBe((true, 2));
        var written = _folder.File("out.xml");
        var (_, export) = await RunAsync("capacity", "export", "--out", written, "--json");
        export.GetProperty("activities").GetInt32().ShouldBe(2);
        using (var stream = System.IO.File.OpenRead(written))
        {
            var verdict = IatiValidator.Run(stream, new DateOnly(2026, 11, 28));
            (verdict.IsValid, verdict.WarningCount, verdict.Records).ShouldBe((true, 0, 2));
        }

        (await RunAsync("capacity", "import", written, "--json")).Answer.GetProperty("unchanged").GetInt32().ShouldBe(2);
        await Should.ThrowAsync<RefusalException>(() => RunAsync("capacity", "export", "--out", written));
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("capacity", "export", "--only", "XX-EXERCISE-1-2"))).ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public async Task Import_WhenAFileIsInvalid_EndsWithOneAndTakesNothing()
    {
        var good = File("good.xml", ExampleFile.Text([ExampleFile.Activity(1)]));
        var bad = File("bad.xml", ExampleFile.Text([ExampleFile.Activity(2).Replace("code=\"2\"", "", StringComparison.Ordinal)]));
        var (code, answer) = await RunAsync("capacity", "import", good, bad, "--apply", "--json");
        (code, answer.GetProperty("applied").GetBoolean()).ShouldBe((1, false));
        answer.GetProperty("problems")[0].GetProperty("file").GetString().ShouldBe("bad.xml");
        (await RunAsync("capacity", "import", good, "--json")).Answer.GetProperty("new").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Import_WhenTheFileIsLargerThanARequest_IsTakenAndLeavesNothingBehind()
    {
        var data = _node.Services.GetRequiredService<NodeOptions>().DataDirectory;
        var large = File("large.xml", ExampleFile.Text(Enumerable.Range(1, 60).Select(number => ExampleFile.Activity(number, title: "EXERCISE " + new string('x', 100_000)))));
        var other = File("other.xml", ExampleFile.Text([ExampleFile.Activity(99)]));
        var (code, answer) = await RunAsync("capacity", "import", large, other, "--only", string.Join(',', Enumerable.Range(1, 60).Select(number => $"XX-EXERCISE-1-{number}")), "--apply", "--data", data, "--json");
        (code, answer.GetProperty("new").GetArrayLength(), answer.GetProperty("missing").GetArrayLength()).ShouldBe((0, 60, 0));
        Directory.GetFiles(Path.Combine(data, "uploads", "iati")).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_WhenTyped_ShowsWhatIsKeptInThePromisedForm()
    {
        await RunAsync("capacity", "import", File("a.xml", ExampleFile.Text([ExampleFile.Activity(1), ExampleFile.Activity(2, recipients: "<recipient-country code=\"KE\"/>"), ExampleFile.Activity(3)])), "--confidence", "C", "--apply", "--json");
        var (code, projects) = await RunAsync("capacity", "projects", "--state", "KE", "--json");
        code.ShouldBe(0);
        var project = projects.GetProperty("projects").EnumerateArray().ShouldHaveSingleItem();
        (project.GetProperty("id").GetString(), project.GetProperty("identifier").GetString(), project.GetProperty("origin").GetProperty("confidence").GetString(), project.GetProperty("origin").GetProperty("file").GetString()).ShouldBe(("I-2", "XX-EXERCISE-1-2", "C", "a.xml"));
        (await RunAsync("capacity", "needs", "--json")).Answer.GetProperty("list").GetArrayLength().ShouldBe(0);
        var pair = (await RunAsync("capacity", "overlaps", "--json")).Answer.GetProperty("list").EnumerateArray().ShouldHaveSingleItem();
        new[] { pair.GetProperty("first").GetString(), pair.GetProperty("second").GetString() }.ShouldBe(["I-1", "I-3"], ignoreOrder: true);
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("capacity", "projects", "--state", "ZZ"))).ExitCode.ShouldBe(RefusalException.Input);
    }

    [Fact]
    public async Task Import_WhenTheNextFileHasLess_NamesWhatIsMissing()
    {
        await RunAsync("capacity", "import", File("a.xml", ExampleFile.Text([ExampleFile.Activity(1), ExampleFile.Activity(2)])), "--apply", "--json");
        var (_, answer) = await RunAsync("capacity", "import", File("a.xml", ExampleFile.Text([ExampleFile.Activity(1)])), "--json");
        answer.GetProperty("missing").EnumerateArray().Select(each => each.GetString()).ShouldBe(["XX-EXERCISE-1-2"]);
        answer.GetProperty("unchanged").GetInt32().ShouldBe(1);
    }

    [Theory]
    [InlineData("--only", "XX-EXERCISE-1-9")]
    [InlineData("--replace", "money")]
    public async Task Import_WhenAskedForWhatIsNotThere_IsRefused(string option, string value)
    {
        var file = File("a.xml", ExampleFile.Text([ExampleFile.Activity(1)]));
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("capacity", "import", file, option, value))).ExitCode.ShouldBe(RefusalException.Input);
    }

    private string File(string name, string text)
    {
        var path = _folder.File(name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Code, JsonElement Answer)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var host = new CommandHost(_ => throw new InvalidOperationException("The node serves."), ReferenceFolderOfTheTree.Path)
        {
            Out = output,
            Knock = async (_, verb, request, cancel) =>
            {
                var run = _node.Services.GetRequiredService<IReadOnlyList<NoroshiModule>>().Select(module => module.ControlVerbs.GetValueOrDefault(verb)).First(each => each is not null)!;
                var result = await run(_node.Services, request, cancel);
                return JsonSerializer.SerializeToElement(result, result.GetType(), Web);
            },
        };
        var asked = CommandLine.Root(host).Parse(args);
        asked.Errors.ShouldBeEmpty();
        var code = await asked.InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }, default);
        return (code, output.ToString() is { Length: > 0 } text && text.TrimStart()[0] == '{' ? JsonDocument.Parse(text).RootElement : default);
    }
}
