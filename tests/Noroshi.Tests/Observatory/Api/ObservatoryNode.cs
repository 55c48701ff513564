using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Observatory.Features;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Tests.Observatory.Features;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Observatory.Api;

/// <summary>A node with two organisations, a sensor of each, and small invented observations; shared by the tests of API and pages.</summary>
public sealed class ObservatoryNode : NodeOfRoles
{
    internal const string OwnSensor = "telescope-1";
    internal const string ForeignSensor = "police-1";

    internal string SensorToken { get; private set; } = "";

    protected override async Task PrepareAsync()
    {
        var services = Node.Services;
        var folder = services.GetRequiredService<NodeOptions>().DataDirectory;
        await File.WriteAllTextAsync(Path.Combine(folder, "exercise-overlay.csv"), ExerciseEvents.Overlay);
        await File.WriteAllTextAsync(Path.Combine(folder, "address-plan.csv"), ExerciseEvents.Plan);
        await services.GetRequiredService<OrganisationDirectory>().CreateAsync(
            new Organisation { Id = "police", Kind = OrganisationKind.Police, NameEn = "Police", NameJa = "警察" }, Actor.System, default);
        SensorToken = Noroshi.Observatory.Features.SensorToken.Create();
        var sensors = services.GetRequiredService<SensorRecords>();
        await sensors.AddAsync(OwnSensor, "csirt", CountryCode.Parse("JP"), SensorKinds.Ids, Noroshi.Observatory.Features.SensorToken.Hash(SensorToken), "test", default);
        await sensors.AddAsync(ForeignSensor, "police", CountryCode.Parse("JP"), SensorKinds.Ids, null, "test", default);
        await ImportAsync(OwnSensor, ExerciseEvents.Flows(1, 40, 23) + ExerciseEvents.Flows(2, 12, 445) + ExerciseEvents.Flows(3, 2, 22, target: "198.18.200.1"));
        await ImportAsync(ForeignSensor, ExerciseEvents.Flows(2, 60, 3389));
    }

    internal async Task<string> WaitAsync(string job)
    {
        var jobs = Node.Services.GetRequiredService<ImportJobs>();
        for (var i = 0; i < 600; i++)
        {
            if (await jobs.FindAsync(job, default) is { } found && ImportState.IsOver(found.State)) return found.State;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The import did not end within a minute.");
    }

    internal async Task<(HttpStatusCode Status, string Text)> UploadAsync(string path, string token, string content)
    {
        using var machine = new TestBrowser(Node.Address, token);
        using var body = new StringContent(content);
        var answer = await machine.SendAsync(HttpMethod.Post, path, body);
        return (answer.Status, answer.Html);
    }

    private async Task ImportAsync(string sensor, string events)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, events);
        var enricher = Node.Services.GetRequiredService<CurrentEnrichment>().For(CountryCode.Parse("JP"));
        await Node.Services.GetRequiredService<FileImport>().RunAsync(new FileToImport(path, "eve.json", sensor, enricher), null, default);
        File.Delete(path);
    }
}
