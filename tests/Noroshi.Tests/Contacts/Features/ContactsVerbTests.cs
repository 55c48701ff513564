using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Node.Cli;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Contacts.Features;

/// <summary>The verbs of the directory, as they run inside a serving node.</summary>
public sealed class ContactsVerbTests(ContactsNode house) : IClassFixture<ContactsNode>
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Who_WhenAsked_AnswersInThePromisedForm()
    {
        var (code, answer) = await RunAsync("contacts", "who", "--state", "PH", "--function", "technical", "--at", "2026-03-01T03:00Z", "--json");
        code.ShouldBe(0);
        (answer.GetProperty("state").GetString(), answer.GetProperty("function").GetString()).ShouldBe(("PH", "technical"));
        var first = answer.GetProperty("answers")[0];
        first.GetProperty("open").GetBoolean().ShouldBeTrue();
        first.GetProperty("channels")[0].GetProperty("value").GetString().ShouldBe("+63-00-0000-0113");
        first.GetProperty("localTime").GetString().ShouldBe("2026-03-01T11:00+08:00");
        foreach (var name in new[] { "organisation", "languages", "next" }) first.TryGetProperty(name, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Who_WhenNothingIsRecorded_EndsWithOneAndInventsNothing()
    {
        var (code, answer) = await RunAsync("contacts", "who", "--state", "DE", "--function", "technical", "--now", "--json");
        code.ShouldBe(1);
        answer.GetProperty("answers").GetArrayLength().ShouldBe(0);
        answer.GetProperty("others").GetArrayLength().ShouldBe(0);
        answer.GetProperty("note").GetString()!.ShouldContain("No valid point is recorded for DE");
    }

    [Theory]
    [InlineData("contacts", "who", "--state", "PH", "--function", "boss")]
    [InlineData("contacts", "who", "--state", "PHL", "--function", "technical")]
    [InlineData("contacts", "who", "--state", "PH", "--function", "technical", "--at", "2026-03-01")]
    [InlineData("contacts", "who", "--state", "PH", "--function", "technical", "--at", "2026-03-01T03:00Z", "--now")]
    [InlineData("contacts", "ping", "no-such-point")]
    [InlineData("contacts", "answer", "no-such-check")]
    [InlineData("contacts", "import", "no-such-file.csv")]
    [InlineData("contacts", "export", "--format", "docx")]
    [InlineData("contacts", "export", "--state", "Japan")]
    public async Task Verb_WhenTheInputIsWrong_IsRefused(params string[] args) =>
        (await Should.ThrowAsync<RefusalException>(() => RunAsync(args))).ExitCode.ShouldBe(RefusalException.Input);

    [Fact]
    public async Task Ping_WhenWritten_PrintsTheTextsAndTheLink()
    {
        var (code, answer) = await RunAsync("contacts", "ping", "gb-ex-diplomatic", "--address", "https://node.example", "--json");
        code.ShouldBe(0);
        var link = "https://node.example" + answer.GetProperty("path").GetString();
        answer.GetProperty("textEn").GetString()!.ShouldContain(link);
        answer.GetProperty("textJa").GetString()!.ShouldContain(link);
        answer.GetProperty("textJa").GetString()!.ShouldContain("演習");
        answer.GetProperty("ways").EnumerateArray().Select(way => way.GetString()).ShouldBe(["link"]);
        var (_, checks) = await RunAsync("contacts", "checks", "--json");
        checks.GetProperty("checks").EnumerateArray().ShouldContain(check => check.GetProperty("point").GetString() == "gb-ex-diplomatic" && check.GetProperty("status").GetString() == "waiting");
        checks.GetProperty("figures").GetProperty("sent").GetInt32().ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Export_WhenImportedAgain_ChangesNothing()
    {
        using var folder = new TemporaryFolder();
        foreach (var format in new[] { "csv", "json", "vcard", "rfc2350" })
        {
            var file = folder.File("contacts-" + format + ".txt");
            var (_, written) = await RunAsync("contacts", "export", "--format", format, "--out", file, "--json");
            written.GetProperty("points").GetInt32().ShouldBeGreaterThan(10);
            var (code, read) = await RunAsync("contacts", "import", file, "--format", format, "--dry-run", "--json");
            code.ShouldBe(0, read.ToString());
            (read.GetProperty("added").GetInt32(), read.GetProperty("changed").GetInt32()).ShouldBe((0, 0), read.ToString());
            read.GetProperty("same").GetInt32().ShouldBe(written.GetProperty("points").GetInt32());
        }

        await Should.ThrowAsync<RefusalException>(() => RunAsync("contacts", "export", "--out", folder.File("contacts-csv.txt")));
    }

    [Fact]
    public async Task Import_WhenSomethingIsWrong_SaysTheLineAndEndsWithTwo()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("wrong.csv");
        await File.WriteAllTextAsync(file, "id,state,organisation_en,organisation_kind,function,channels,source,as_of,confidence\nvn-x,VN,EXERCISE X,csirt,csirt,telephone:call me,test,2026,B\n");
        var (code, answer) = await RunAsync("contacts", "import", file, "--json");
        code.ShouldBe(RefusalException.Input);
        answer.GetProperty("applied").GetBoolean().ShouldBeFalse();
        var problem = answer.GetProperty("problems").EnumerateArray().First();
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("field").GetString()).ShouldBe((2, "channels"));
    }

    private async Task<(int Code, JsonElement Answer)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        var host = new CommandHost(_ => throw new InvalidOperationException("The node serves."), ReferenceData.ReferenceFolderOfTheTree.Path)
        {
            Out = output,
            Knock = async (_, verb, request, cancel) =>
            {
                var run = house.Node.Services.GetRequiredService<IReadOnlyList<NoroshiModule>>().Select(module => module.ControlVerbs.GetValueOrDefault(verb)).First(each => each is not null)!;
                var result = await run(house.Node.Services, request, cancel);
                return JsonSerializer.SerializeToElement(result, result.GetType(), Web);
            },
        };
        var asked = CommandLine.Root(host).Parse(args);
        asked.Errors.ShouldBeEmpty();
        var code = await asked.InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }, default);
        return (code, output.ToString() is { Length: > 0 } text && text.TrimStart()[0] == '{' ? JsonDocument.Parse(text).RootElement : default);
    }
}
