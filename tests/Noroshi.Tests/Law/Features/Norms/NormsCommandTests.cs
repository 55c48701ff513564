using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Law.Features;
using Noroshi.Law.Store;
using Noroshi.Node;
using Noroshi.Shell;
using Noroshi.Shell.Asking;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Law.Features.Norms;

public sealed class NormsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Norms_WhenNothingIsRecorded_ListsAllElevenAsNotAssessed()
    {
        var (exit, text) = await RunAsync("--on", "2026-03-14", "--json");
        exit.ShouldBe(0);
        var root = JsonDocument.Parse(text).RootElement;
        (root.GetProperty("state").GetString(), root.GetProperty("on").GetString()).ShouldBe(("JP", "2026-03-14"));
        root.GetProperty("norms").EnumerateArray().Select(norm => norm.GetProperty("level").GetString()).ShouldBe(Enumerable.Repeat("not-assessed", 11));
        root.GetProperty("norms")[2].GetProperty("confidence").GetString().ShouldBe("C");
        (await RunAsync()).Text.ShouldContain("13(c)");
    }

    [Fact]
    public async Task Norms_WhenEvidenceIsInTheStore_AreReadFromIt()
    {
        await using (var services = await NodeServices.OpenAsync(new NodeOptions { DataDirectory = _folder.Path, ReferenceData = ReferenceFolderOfTheTree.Path }))
        {
            List<WrongAskException> problems = [];
            var evidence = new EvidenceForm("2026-03-01", "Answered.", "Ministry", "Note 7", "message", "", "k").Read(ReviewedLaw.Book.Norms[2], new DateOnly(2026, 3, 14), problems)!;
            await services.GetRequiredService<NormRecords>().AddAsync(evidence, "ministry", Actor.System, "Person", default);
        }

        JsonElement Norm(string text) => JsonDocument.Parse(text).RootElement.GetProperty("norms")[2];
        var after = Norm((await RunAsync("--on", "2026-03-14", "--json")).Text);
        after.GetProperty("evidenceCount").GetInt32().ShouldBe(1);
        after.GetProperty("evidence")[0].GetProperty("id").GetString().ShouldBe("c-1");
        Norm((await RunAsync("--on", "2026-02-28", "--json")).Text).GetProperty("evidenceCount").GetInt32().ShouldBe(0);
        Norm((await RunAsync("--on", "2026-03-14", "--known-at", "2026-03-14", "--json")).Text).GetProperty("evidenceCount").GetInt32().ShouldBe(0, "it was recorded today");
    }

    [Fact]
    public async Task Norms_WhenTheDayDoesNotExist_IsRefusedAsMisuse() =>
        (await Should.ThrowAsync<WrongAskException>(() => RunAsync("--on", "2026-02-30"))).ExitCode.ShouldBe(2);

    private static CommandHost Host(TextWriter output) => new(NodeServices.OpenAsync, ReferenceFolderOfTheTree.Path) { Out = output };

    private async Task<(int Exit, string Text)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var asked = LawCommand.Create(Host(output)).Parse(["norms", "--data", _folder.Path, .. args]);
        var exit = await asked.InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
