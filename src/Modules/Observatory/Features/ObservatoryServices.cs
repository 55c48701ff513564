using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Observatory.Api;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;
using Noroshi.Observatory.Ui;
using Noroshi.Observatory.Ui.Imports;
using Noroshi.Observatory.Ui.Profile;
using Noroshi.Observatory.Ui.Views;
using Noroshi.Storage;
using Noroshi.Storage.Backups;

namespace Noroshi.Observatory.Features;

/// <summary>The services of the room, the same for serving and for verbs; background work starts only where a host runs.</summary>
internal static class ObservatoryServices
{
    internal static void Add(IServiceCollection services, NodeOptions options)
    {
        services.AddSingleton(provider => provider.GetService<IConfiguration>()?.GetSection("Observatory:Uploads").Get<UploadLimits>() ?? new UploadLimits());
        // Opening is quick and done once; whoever first needs observations waits for it, and a refusal to open reaches them as it is.
        services.AddSingleton<IObservationStore>(provider => DuckDbObservationStore
            .OpenAsync(Path.Combine(options.DataDirectory, "observations.duckdb"), provider.GetRequiredService<TimeProvider>(), CancellationToken.None)
            .GetAwaiter().GetResult());
        services.AddSingleton<IBackupPart, ObservationsBackup>();
        services.AddHealthChecks().AddCheck<ObservationsHealth>("observations").AddCheck<GeographyHealth>("geography");
        services.AddSingleton<DefaultOwner>();
        services.AddSingleton<SensorRecords>();
        services.AddSingleton<Viewers>();
        services.AddSingleton<ManageSensors>();
        services.AddSingleton<ImportJobs>();
        services.AddSingleton<RunningImports>();
        services.AddSingleton<CurrentEnrichment>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<FileImport>();
        services.AddSingleton<ViewCache>();
        services.AddSingleton<Lookout>();
        services.AddSingleton<ViewDesk>();
        services.AddSingleton<Callers>();
        services.AddSingleton<Labels>();
        services.AddSingleton<ReasonWords>();
        services.AddSingleton<AddressPlans>();
        services.AddSingleton<IObservedTraffic, ObservedTraffic>();
        services.AddSingleton<ITodaySource, TrafficToday>();
        services.AddSingleton<IStateProfileSource, TrafficProfile>();
        services.AddSingleton(new DataKind(Viewers.DataKind, RoomNavigation.SayObservatory));
        services.AddHostedService<ImportWorker>();
        services.AddHostedService<RetentionWorker>();
        services.AddHostedService<WarmUp>();
    }
}
