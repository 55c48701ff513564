using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Node;
using Noroshi.Shell;
using Noroshi.Shell.Asking;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;
using EntryRecords = Noroshi.Shell.Entries.EntryRecords<Noroshi.Diplomacy.Desk.Domain.EntryKind>;
using NewEntry = Noroshi.Shell.Entries.NewEntry<Noroshi.Diplomacy.Desk.Domain.EntryKind>;

namespace Noroshi.Tests.Diplomacy.Desk.Features;

public sealed class DeskCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Meetings_WhenListed_AreNarrowedAndCarryTheirSource()
    {
        var (exit, text) = await RunAsync("meetings", "list", "--forum", "GCCS", "--json");
        exit.ShouldBe(0);
        var meetings = JsonDocument.Parse(text).RootElement.GetProperty("meetings").EnumerateArray().ToList();
        meetings.Select(one => one.GetProperty("id").GetString()).ShouldBe(["GCCS2017", "GCCS2015", "GCCS2013", "GCCS2012", "GCCS2011"]);
        meetings.ShouldAllBe(one => one.GetProperty("origin").GetProperty("source").GetString()!.Length > 0);
        (await RunAsync("meetings", "list", "--search", "no such meeting")).Exit.ShouldBe(1);
        (await RunAsync("meetings", "list", "--search", "ブダペスト")).Text.ShouldContain("GCCS2012");
    }

    [Fact]
    public async Task Meeting_WhenShown_HasItsSessionsStatementsAndOutcomes()
    {
        var meeting = JsonDocument.Parse((await RunAsync("meetings", "show", "GCCS2011", "--json")).Text).RootElement;
        meeting.GetProperty("sessions").EnumerateArray().Count(one => one.GetProperty("kind").GetString() == "parallel").ShouldBe(5);
        meeting.GetProperty("statements").GetArrayLength().ShouldBe(15);
        meeting.GetProperty("followedBy")[0].GetString().ShouldBe("GCCS2012");
        var text = (await RunAsync("meetings", "show", "GCCS2012")).Text;
        text.ShouldContain("[no] China and Russia pressed sovereignty");
        text.ShouldContain("theme not recorded");
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("meetings", "show", "NONE"))).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Commitments_WhenOverdue_AreListedWithOwnerAndNothingElse()
    {
        var root = JsonDocument.Parse((await RunAsync("commitments", "list", "--overdue", "--json")).Text).RootElement;
        var overdue = root.GetProperty("commitments").EnumerateArray().ToList();
        overdue.ShouldNotBeEmpty();
        overdue.ShouldAllBe(one => one.GetProperty("overdue").GetBoolean() && one.GetProperty("owner").GetProperty("en").GetString()!.Length > 0);
        overdue.Select(one => one.GetProperty("id").GetString()).ShouldContain("CM-JIN-1");
        overdue.Select(one => one.GetProperty("status").GetString()).ShouldAllBe(status => status == "ongoing" || status == "unknown");
        (await Should.ThrowAsync<WrongAskException>(() => RunAsync("commitments", "list", "--status", "kept"))).ExitCode.ShouldBe(2);
        (await Should.ThrowAsync<WrongAskException>(() => RunAsync("commitments", "list", "--state", "QQ"))).Message.ShouldContain("two letters");
    }

    [Fact]
    public async Task Commitments_WhenEnteredOnTheNode_AreListedToo()
    {
        await using (var services = await NodeServices.OpenAsync(new NodeOptions { DataDirectory = _folder.Path, ReferenceData = ReferenceFolderOfTheTree.Path }))
        {
            var entry = new NewEntry(EntryKind.Commitment, "en", new Dictionary<string, string> { ["text"] = "Open a desk", ["states"] = "JP PH", ["owner"] = "Ministries", ["due"] = "2020-01", ["date"] = "2019", ["document"] = "Record", ["source"] = "Record", ["confidence"] = "A" }, "k");
            await services.GetRequiredService<EntryRecords>().AddAsync(entry, "ministry", Actor.System, "Person", default);
        }

        (await RunAsync("commitments", "list", "--overdue", "--state", "PH")).Text.ShouldContain("Open a desk");
    }

    private async Task<(int Exit, string Text)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var host = new CommandHost(NodeServices.OpenAsync, ReferenceFolderOfTheTree.Path) { Out = output };
        var command = DeskCommands.All(host).Single(one => one.Name == args[0]);
        var exit = await command.Parse([.. args.Skip(1), "--data", _folder.Path]).InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (exit, output.ToString());
    }
}
