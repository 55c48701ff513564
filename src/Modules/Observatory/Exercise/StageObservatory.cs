using Microsoft.Extensions.DependencyInjection;
using Noroshi.Kernel;
using Noroshi.Observatory.Features;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Observatory.Exercise;

/// <summary>Brings the exercise onto a node the way real captures come: lists, sensors with owners, sharing rules, imports.</summary>
internal static class StageObservatory
{
    private const string By = "exercise";

    internal static async Task<ExerciseOutcome> RunAsync(ExerciseStage stage, CancellationToken cancel)
    {
        var options = stage.Services.GetRequiredService<NodeOptions>();
        ExerciseLists.Write(options.DataDirectory);
        stage.Told("writing captures");
        var captures = ExerciseGenerator.Write(stage.Folder, null, cancel);
        await AddSensorsAsync(stage, cancel);

        var outcome = new ExerciseOutcome(0, 0, 0);
        var enricher = stage.Services.GetRequiredService<CurrentEnrichment>().For(CountryCode.Parse(options.State));
        foreach (var capture in captures)
        {
            var name = Path.GetFileName(capture.Path);
            stage.Told($"importing {name}");
            outcome += await ImportAsync(stage.Services, new FileToImport(capture.Path, name, capture.Sensor, enricher), cancel);
        }

        return outcome;
    }

    private static async Task AddSensorsAsync(ExerciseStage stage, CancellationToken cancel)
    {
        var organisations = await stage.Services.GetRequiredService<OrganisationDirectory>().ListAsync(cancel);
        var sensors = stage.Services.GetRequiredService<SensorRecords>();
        var sharing = stage.Services.GetRequiredService<SharingRules>();
        var country = CountryCode.Parse(stage.Services.GetRequiredService<NodeOptions>().State);
        foreach (var sensor in ExerciseSensor.All)
        {
            var owner = (organisations.FirstOrDefault(one => one.Kind == sensor.Owner) ?? organisations[0]).Id;
            await sensors.AddAsync(sensor.Name, owner, country, sensor.Kind, null, By, cancel);
            await sharing.OpenToAllAsync(owner, Viewers.DataKind, Actor.System, cancel);
        }
    }

    private static async Task<ExerciseOutcome> ImportAsync(IServiceProvider services, FileToImport file, CancellationToken cancel)
    {
        var report = await services.GetRequiredService<FileImport>().RunAsync(file, null, cancel);
        var rejected = report.Rejected.Sum(reason => reason.Count);
        if (report.FirstImportedAt is not null) return new ExerciseOutcome(0, report.Duplicates, rejected);

        // So that the page of imports shows it, with its rejected records, as it shows an upload.
        var clock = services.GetRequiredService<TimeProvider>();
        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
            Sensor = file.Sensor,
            FileName = file.Name,
            SubmittedBy = By,
            SubmittedName = "EXERCISE",
            SizeBytes = new FileInfo(file.Path).Length,
        };
        await services.GetRequiredService<ImportJobs>().AddOverAsync(job, report, cancel);
        await services.GetRequiredService<SensorRecords>().SeenAsync(file.Sensor, cancel);
        return new ExerciseOutcome(report.Imported, 0, rejected);
    }
}
