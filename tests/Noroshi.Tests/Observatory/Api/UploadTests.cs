using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Observatory.Features;
using Noroshi.Shell.Uploads;
using Noroshi.Storage;
using Noroshi.Tests.Observatory.Features;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Observatory.Api;

/// <summary>Uploads over HTTP: whose, how large, and what is left of them after a restart.</summary>
public sealed class UploadTests(ObservatoryNode house) : IClassFixture<ObservatoryNode>
{
    private const string Imports = "/api/v1/observatory/imports";

    [Fact]
    public async Task Upload_WhenASensorSendsItsFile_IsImportedOnceAndSeenByThatSensorOnly()
    {
        var (status, text) = await house.UploadAsync(Imports + "?name=..%2F..%2Feve.json", house.SensorToken, ExerciseEvents.Flows(1, 9, 2323, 2) + "garbage\n");
        status.ShouldBe(HttpStatusCode.Accepted, text);
        using var accepted = JsonDocument.Parse(text);
        var id = accepted.RootElement.GetProperty("id").GetString()!;
        accepted.RootElement.GetProperty("fileName").GetString().ShouldBe("eve.json");
        (await house.WaitAsync(id)).ShouldBe(ImportState.Done);

        using var sensor = new TestBrowser(house.Node.Address, house.SensorToken);
        using var job = JsonDocument.Parse((await sensor.GetAsync($"{Imports}/{id}")).Html);
        job.RootElement.GetProperty("imported").GetInt64().ShouldBe(9);
        job.RootElement.GetProperty("rejected")[0].GetProperty("first").GetString().ShouldBe("line 10");
        (await sensor.GetAsync($"{Imports}/{id}/rejected.csv")).Html.ShouldContain("line 10");
        (await house.As(Role.Auditor).GetAsync("/observatory/imports/" + id)).Text.ShouldContain("line 10");
        Directory.EnumerateFiles(Path.Combine(Data, "uploads")).ShouldBeEmpty();

        var (_, again) = await house.UploadAsync(Imports, house.SensorToken, ExerciseEvents.Flows(1, 9, 2323, 2) + "garbage\n");
        var second = JsonDocument.Parse(again).RootElement.GetProperty("id").GetString()!;
        await house.WaitAsync(second);
        (await house.Node.Services.GetRequiredService<ImportJobs>().FindAsync(second, default))!.Duplicates.ShouldBe(9);
    }

    [Fact]
    public async Task Upload_WhenTheTokenIsAnotherSensorsOrNone_IsRefused()
    {
        (await house.UploadAsync(Imports + "?sensor=police-1", house.SensorToken, "x")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await house.UploadAsync(Imports + "?sensor=telescope-1", SensorToken.Create(), "x")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await house.UploadAsync(Imports + "?sensor=telescope-1", "nonsense", "x")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var sensor = new TestBrowser(house.Node.Address, house.SensorToken);
        (await sensor.GetAsync("/api/v1/observatory/totals")).Status.ShouldBe(HttpStatusCode.Unauthorized, "a sensor's token reads nothing but its own imports");
        var foreign = await house.Node.Services.GetRequiredService<ImportJobs>().AddAsync(new ImportJob { Id = Guid.NewGuid().ToString("N"), Sensor = ObservatoryNode.ForeignSensor, FileName = "theirs", SubmittedBy = "t", SubmittedName = "t" }, default);
        (await sensor.GetAsync($"{Imports}/{foreign.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await house.As(Role.Analyst).GetAsync($"{Imports}/{foreign.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sensor.GetAsync(Imports)).Html.ShouldNotContain("theirs");
    }

    [Fact]
    public async Task Upload_WhenItIsEmptyOrUnreadable_SaysWhyAndKeepsNothing()
    {
        (await house.UploadAsync(Imports, house.SensorToken, "")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await house.UploadAsync(Imports + "?format=exe", house.SensorToken, "x")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var (_, text) = await house.UploadAsync(Imports, house.SensorToken, "root:x:0:0\n");
        var id = JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!;
        (await house.WaitAsync(id)).ShouldBe(ImportState.Failed);
        (await house.As(Role.Analyst).GetAsync("/observatory/imports/" + id)).Text.ShouldContain("none of the formats");
    }

    [Fact]
    public async Task Upload_WhenAPersonSendsTheForm_LeadsToThePageOfTheImport()
    {
        var person = house.As(Role.Analyst);
        var page = await person.GetAsync("/observatory/imports");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.FormToken), "__RequestVerificationToken" },
            { new StringContent("telescope-1"), "sensor" },
            { new StringContent(""), "format" },
            { new StringContent(ExerciseEvents.Flows(2, 6, 5555, 3)), "file", "day3.json" },
        };
        var answer = await person.SendAsync(HttpMethod.Post, Imports, form);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther, answer.Html);
        var id = answer.Location!.Split('/')[^1];
        (await house.WaitAsync(id)).ShouldBe(ImportState.Done);
        (await person.GetAsync(answer.Location)).Text.ShouldContain("day3.json");
        (await person.GetAsync("/observatory/imports")).Text.ShouldContain("day3.json");
    }

    [Fact]
    public async Task ReceiveAsync_WhenTheLimitIsPassed_KeepsNothing()
    {
        var folder = new UploadFolder(new NodeOptions { DataDirectory = Path.Combine(Data, "small"), ReferenceData = "" }, new UploadLimits { MaxBytes = 1_000 });
        using var content = new MemoryStream(new byte[1_001]);
        (await Should.ThrowAsync<UploadRefusedException>(() => folder.ReceiveAsync("a", content, null, default))).Status.ShouldBe(413);
        var full = new UploadFolder(new NodeOptions { DataDirectory = Path.Combine(Data, "small"), ReferenceData = "" }, new UploadLimits { FreeBytesKept = long.MaxValue });
        (await Should.ThrowAsync<UploadRefusedException>(() => full.ReceiveAsync("b", content, null, default))).Status.ShouldBe(507);
        Directory.EnumerateFiles(Path.Combine(Data, "small", "uploads")).ShouldBeEmpty();
    }

    [Fact]
    public async Task ResumeAsync_WhenTheNodeStoppedInTheMiddle_LetsTheJobWaitAgainAndGivesUpAfterThreeTimes()
    {
        // Jobs of their own store: the node's worker would take these away.
        await using var other = await TestNode.StartAsync();
        var records = other.Records;
        await other.Services.GetRequiredService<SensorRecords>().AddAsync("s", "csirt", default, SensorKinds.Other, null, "test", default);
        var jobs = new ImportJobs(records, TimeProvider.System);
        var id = Guid.NewGuid().ToString("N");
        await jobs.AddOverAsync(new ImportJob { Id = id, Sensor = "s", FileName = "f", SubmittedBy = "t", SubmittedName = "t" }, new ImportReport { Imported = 0, Duplicates = 0, Rejected = [], Seconds = 0 }, default);
        await records.ExecuteAsync("UPDATE observatory_import_jobs SET state = 'running', attempts = 3 WHERE id = @id", new { id }, default);
        (await jobs.ResumeAsync(default)).ShouldBe(0);
        var given = await jobs.FindAsync(id, default);
        given!.State.ShouldBe(ImportState.Failed);
        given.Error!.ShouldContain("3 times");
    }

    private string Data => house.Node.Services.GetRequiredService<NodeOptions>().DataDirectory;
}
