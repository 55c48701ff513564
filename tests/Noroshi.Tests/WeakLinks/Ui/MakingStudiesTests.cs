using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Storage;
using Noroshi.Tests.Shell;
using Noroshi.WeakLinks;
using Noroshi.WeakLinks.Exercise;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.Tests.WeakLinks.Ui;

/// <summary>A study asked for on a page: what is wrong is said at once and nothing is kept; what is right becomes a study, also after a restart.</summary>
public sealed class MakingStudiesTests(MakingStudiesTests.House house) : IClassFixture<MakingStudiesTests.House>
{
    public sealed class House : NodeOfRoles;

    [Theory]
    [InlineData("/weaklinks/new", true)]
    [InlineData("/weaklinks/compare", false)]
    [InlineData("/api/v1/weaklinks/examples/nodes.csv", false)]
    [InlineData("/api/v1/weaklinks/orders/none/progress", false)]
    public async Task Address_WhenAskedByEachRole_IsForThoseWhoMay(string path, bool makers)
    {
        await house.WalkAsync(path, makers ? WeakLinksReaders.Makers : WeakLinksReaders.All);
        await house.KnockAsync(path);
    }

    [Theory]
    [InlineData("/api/v1/weaklinks/orders/none/drop")]
    [InlineData("/api/v1/weaklinks/studies/none/drop")]
    public async Task Removal_WhenSentByOthers_IsRefused(string path)
    {
        await house.RefuseWritingAsync(path, "{}", WeakLinksReaders.Makers);
        (await house.As(Role.Analyst).SendJsonAsync(path, "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Study_WhenMadeFromTheExampleFiles_IsKeptAndCanBeRemoved()
    {
        var person = house.As(Role.CapacityOfficer);
        using var form = await FormAsync(person, "From a page", ("budget", "6"), ("tied", "40"), ("weights", "security=0.7,stability=0.3"), ("exercise", "true"), ("worlds", "2000"));
        var answer = await person.SendAsync(HttpMethod.Post, "/weaklinks/new", form);
        answer.Status.ShouldBe(HttpStatusCode.Found, answer.Text);
        var id = answer.Target!.Split('/')[^1];
        var study = await MadeAsync(person, id);
        study.GetProperty("title").GetString().ShouldBe("From a page");
        study.GetProperty("madeBy").GetString().ShouldNotBeNullOrEmpty();
        study.GetProperty("inputs").EnumerateArray().Select(input => input.GetProperty("name").GetString()).ShouldBe(["mine-nodes.csv", "mine-edges.csv", "mine-values.csv", "mine-scenarios.csv", "mine-projects.csv", "mine-limits.csv"]);
        // The example is the exercise: the same figures come out of its files as out of the program.
        study.GetProperty("allocation").GetProperty("chosen").GetArrayLength().ShouldBeGreaterThan(3);
        study.GetProperty("sensitivity").GetProperty("weights").GetArrayLength().ShouldBe(4);
        // The order goes a moment after the study is kept; then its page leads to the study.
        while ((await person.GetAsync("/weaklinks/orders/" + id)).Status == HttpStatusCode.OK) await Task.Delay(50, TestContext.Current.CancellationToken);
        (await person.GetAsync("/weaklinks/orders/" + id)).Target.ShouldBe("/weaklinks?study=" + id);
        Directory.EnumerateFileSystemEntries(Path.Combine(Data, "weaklinks", "orders")).ShouldBeEmpty("the files sent are not kept");
        (await house.Node.ActsAsync()).ShouldContain("weaklinks.study.order:done");

        (await person.GetAsync("/weaklinks/studies/" + id)).Text.ShouldContain("Remove this study");
        (await person.PressAsync("/weaklinks/studies/" + id, $"/api/v1/weaklinks/studies/{id}/drop")).Target.ShouldBe("/weaklinks/studies");
        (await person.GetAsync("/weaklinks/studies/" + id)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("title", "", "The title has 0 characters")]
    [InlineData("budget", "", "Projects and a budget belong together")]
    [InlineData("budget", "6,5", "The budget is '6,5', which is no number")]
    [InlineData("worlds", "7", "The number of worlds is not one of")]
    [InlineData("seed", "-1", "The seed is no whole number")]
    [InlineData("viewpoint", "mars", "--viewpoint is 'mars'")]
    [InlineData("by", "best", "--by is 'best'")]
    [InlineData("susceptibility", "none", "--susceptibility is 'none'")]
    public async Task Order_WhenSomethingIsWrong_SaysWhatAndKeepsNothing(string field, string value, string said)
    {
        var person = house.As(Role.Analyst);
        using var form = await FormAsync(person, "Wrong", ("budget", "6"), (field, value));
        await RefusedAsync(person, form, said);
    }

    [Theory]
    [InlineData("nodes", "id,m\na,2\n", "nodes.csv, row 2, column m")]
    [InlineData("nodes", "id,m\na", "nodes.csv, row 2")]
    [InlineData("edges", "from,to,q\nnone,none,0.5\n", "edges.csv, row 2, column from")]
    [InlineData("projects", "id,cost,nodes,e_mid\np,,ex-software,0.5\n", "projects.csv, row 2, column cost")]
    public async Task Order_WhenAFileIsWrong_NamesFileRowAndColumn(string role, string text, string said)
    {
        var person = house.As(Role.Analyst);
        using var form = await FormAsync(person, "Wrong file", [("budget", "6")], role, text);
        await RefusedAsync(person, form, said);
    }

    [Fact]
    public async Task Order_WhenALevelIsNotRecorded_SaysSo()
    {
        var person = house.As(Role.Analyst);
        var nodes = Encoding.UTF8.GetString(ExampleFiles.Of("nodes")!).Replace("ex-ph-csirt,PH,csirt,0.6,,0.5,0.7", "ex-ph-csirt,PH,csirt,CMM-2021/D1.2,,,", StringComparison.Ordinal);
        using var form = await FormAsync(person, "Not recorded", [], "nodes", nodes);
        await RefusedAsync(person, form, "of which nothing is recorded for PH");
    }

    [Fact]
    public async Task Order_WhenAFileIsMissing_SaysWhich()
    {
        var person = house.As(Role.Analyst);
        using var form = await FormAsync(person, "No values", [], "values", null);
        await RefusedAsync(person, form, "The file of values is missing");
    }

    [Fact]
    public async Task Order_WhenANodeDiedBeforeItWasMade_IsMadeAfterwards()
    {
        // What a killed node leaves: a whole order, and one that was half received.
        using var folder = new Noroshi.Tests.Storage.TemporaryFolder();
        var orders = new OrderFolder(folder.Path);
        var id = "20260401-080000-00e0e1";
        var at = orders.Begin(id);
        StudyOrder.Sheet[] sheets = [.. OrderStudy.Roles.Take(4).Select(role => new StudyOrder.Sheet(role, role + ".csv", role + ".csv"))];
        foreach (var sheet in sheets) File.WriteAllBytes(Path.Combine(at, sheet.Kept), ExampleFiles.Of(sheet.Role)!);
        orders.Finish(new StudyOrder(id, "Left over", true, DateTimeOffset.UnixEpoch, "u", null, "U", null, "mid", 2_000, 1, null, sheets, null, null));
        orders.Begin("20260401-080000-00e0e2");

        var (store, queue) = (new StudyStore(folder.Path), new StudyQueue());
        var audit = NSubstitute.Substitute.For<IAuditLog>();
        using var worker = new StudyWorker(orders, store, new KeepStudies(store, audit, TimeProvider.System), queue, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<StudyWorker>.Instance);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        while (store.Find(id) is null || orders.Waiting().Count > 0) await Task.Delay(50, TestContext.Current.CancellationToken);
        await worker.StopAsync(CancellationToken.None);
        store.Find(id)!.Title.ShouldBe("Left over");
        Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "weaklinks", "orders")).ShouldBeEmpty();
        queue.Dispose();
    }

    [Fact]
    public async Task Order_WhenItsFilesWereDamagedMeanwhile_IsRefusedWithAReason()
    {
        using var folder = new Noroshi.Tests.Storage.TemporaryFolder();
        var orders = new OrderFolder(folder.Path);
        var id = "20260401-080000-00e0e3";
        var at = orders.Begin(id);
        StudyOrder.Sheet[] sheets = [.. OrderStudy.Roles.Take(4).Select(role => new StudyOrder.Sheet(role, role + ".csv", role + ".csv"))];
        foreach (var sheet in sheets) File.WriteAllText(Path.Combine(at, sheet.Kept), "id\n");
        orders.Finish(new StudyOrder(id, "Damaged", true, DateTimeOffset.UnixEpoch, "u", null, "U", null, "mid", 2_000, 1, null, sheets, null, null));
        var (store, queue) = (new StudyStore(folder.Path), new StudyQueue());
        using var worker = new StudyWorker(orders, store, new KeepStudies(store, NSubstitute.Substitute.For<IAuditLog>(), TimeProvider.System), queue, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<StudyWorker>.Instance);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        while (orders.RefusalOf(id) is null) await Task.Delay(50, TestContext.Current.CancellationToken);
        await worker.StopAsync(CancellationToken.None);
        orders.RefusalOf(id)!.ShouldContain("nodes.csv");
        orders.Waiting().ShouldBeEmpty("it is not tried again");
        orders.Drop(id).ShouldBeTrue();
        queue.Dispose();
    }

    private string Data => house.Node.Services.GetRequiredService<NodeOptions>().DataDirectory;

    private async Task RefusedAsync(TestBrowser person, MultipartFormDataContent form, string said)
    {
        var answer = await person.SendAsync(HttpMethod.Post, "/weaklinks/new", form);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Text.ShouldContain(said);
        answer.Text.ShouldNotContain(Data, Case.Sensitive, "where the node keeps things is nobody's business");
        var orders = Path.Combine(Data, "weaklinks", "orders");
        if (Directory.Exists(orders)) Directory.EnumerateFileSystemEntries(orders).ShouldBeEmpty();
    }

    private static async Task<System.Text.Json.JsonElement> MadeAsync(TestBrowser person, string id)
    {
        while (true)
        {
            var answer = await person.GetAsync("/api/v1/weaklinks/studies/" + id);
            if (answer.Status == HttpStatusCode.OK) return System.Text.Json.JsonDocument.Parse(answer.Html).RootElement;
            (await person.GetAsync("/weaklinks/orders/" + id)).Text.ShouldNotContain("could not be made");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static Task<MultipartFormDataContent> FormAsync(TestBrowser person, string title, params (string Name, string Value)[] fields) => FormAsync(person, title, fields, "", null);

    // The example's files, one of them replaced; null leaves it out.
    private static async Task<MultipartFormDataContent> FormAsync(TestBrowser person, string title, (string Name, string Value)[] fields, string replaced, string? by)
    {
        var form = new MultipartFormDataContent { { new StringContent("study"), "_handler" }, { new StringContent((await person.GetAsync("/weaklinks/new")).FormToken), "__RequestVerificationToken" } };
        var all = new Dictionary<string, string> { ["title"] = title, ["susceptibility"] = "mid", ["worlds"] = "2000", ["seed"] = "1", ["by"] = "middle" };
        foreach (var (name, value) in fields) all[name] = value;
        foreach (var (name, value) in all) form.Add(new StringContent(value), name);
        foreach (var name in ExampleFiles.Names)
        {
            if (name == replaced && by is null) continue;
            if (name is "projects" or "limits" && !fields.Any(field => field.Name == "budget")) continue;
            form.Add(new ByteArrayContent(name == replaced ? Encoding.UTF8.GetBytes(by!) : ExampleFiles.Of(name)!), name, $"mine-{name}.csv");
        }

        return form;
    }
}
