using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Node;
using Noroshi.Node.Cli;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>The verb, over a folder that a node serves and over one that nobody serves.</summary>
public sealed class BriefVerbTests(BriefNode house) : IClassFixture<BriefNode>
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Fact]
    public async Task Brief_WhenANodeServes_IsMadeThereInTheLanguageAskedFor()
    {
        var (code, text) = await RunAsync(Served, "brief", "PH", "--lang", "ja");
        code.ShouldBe(0);
        text.ShouldStartWith("EXERCISE / 演習 · TLP:AMBER\n会談資料：フィリピン\n");
        text.ShouldContain("サイバー犯罪条約（ETS185）");
        text.ShouldContain("+63");
        text.ShouldContain("作成者：当ノードのコマンドライン");
        (await house.Node.ActsAsync()).ShouldContain("diplomacy.brief-taken:done");
    }

    [Fact]
    public async Task Brief_WhenNobodyServes_IsMadeOverTheFolder()
    {
        using var folder = new TemporaryFolder();
        var data = folder.File("data");
        var (code, text) = await RunAsync(Unserved, "brief", "PH", "--lang", "en", "--on", "2018-06-30", "--data", data, "--json");
        code.ShouldBe(0);
        var brief = JsonDocument.Parse(text).RootElement;
        (brief.GetProperty("ownState").GetString(), brief.GetProperty("name").GetString(), brief.GetProperty("day").GetString()).ShouldBe(("JP", "Philippines", "2018-06-30"));
        var topics = brief.GetProperty("topics").EnumerateArray().ToDictionary(topic => topic.GetProperty("topic").GetString()!, topic => topic);
        topics["treaties"].GetProperty("standing").GetString().ShouldBe("shown");
        topics.Values.ShouldAllBe(topic => topic.GetProperty("missing").GetArrayLength() == 0, "no room failed for want of a service");
        var (_, reversed) = await RunAsync(Unserved, "brief", "JP", "--state", "PH", "--data", data, "--json");
        JsonDocument.Parse(reversed).RootElement.GetProperty("ownState").GetString().ShouldBe("PH");
    }

    [Fact]
    public async Task Brief_WhenWrittenToAFile_IsAWordDocumentAndReplacesNothing()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("brief.docx");
        var (code, text) = await RunAsync(Served, "brief", "PH", "--out", file, "--marking", "red");
        (code, text.Contains(file, StringComparison.Ordinal)).ShouldBe((0, true));
        using (var document = WordprocessingDocument.Open(file, isEditable: false))
            document.MainDocumentPart!.HeaderParts.Single().Header.InnerText.ShouldBe("EXERCISE / 演習 · TLP:RED");
        (await Should.ThrowAsync<RefusalException>(() => RunAsync(Served, "brief", "PH", "--out", file))).Message.ShouldContain("--force");
        (await RunAsync(Served, "brief", "PH", "--out", file, "--force")).Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("'QQ'", "brief", "QQ")]
    [InlineData("JP runs this node", "brief", "JP")]
    [InlineData("'soon'", "brief", "PH", "--on", "soon")]
    [InlineData("'green'", "brief", "PH", "--marking", "green")]
    [InlineData("does not end in .docx", "brief", "PH", "--out", "brief.pdf")]
    public async Task Brief_WhenTheQuestionIsWrong_IsRefused(string said, params string[] args)
    {
        var refusal = await Should.ThrowAsync<RefusalException>(() => RunAsync(Served, args));
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain(said);
    }

    private CommandHost Served => new(_ => throw new InvalidOperationException("The node serves."), ReferenceFolderOfTheTree.Path)
    {
        Knock = async (_, verb, request, cancel) =>
        {
            var run = house.Node.Services.GetRequiredService<IReadOnlyList<NoroshiModule>>().Select(module => module.ControlVerbs.GetValueOrDefault(verb)).First(each => each is not null)!;
            var result = await run(house.Node.Services, request, cancel);
            return JsonSerializer.SerializeToElement(result, result.GetType(), Web);
        },
    };

    private static CommandHost Unserved => new(NodeServices.OpenAsync, ReferenceFolderOfTheTree.Path);

    private static async Task<(int Code, string Text)> RunAsync(CommandHost host, params string[] args)
    {
        using var output = new StringWriter();
        var asked = CommandLine.Root(host with { Out = output }).Parse(args);
        asked.Errors.ShouldBeEmpty();
        var code = await asked.InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }, default);
        return (code, output.ToString());
    }
}
