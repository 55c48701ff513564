using Microsoft.Extensions.DependencyInjection.Extensions;
using Noroshi.Node.Backups;
using Noroshi.Node.Health;
using Noroshi.Node.Hosting;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;
using Noroshi.Storage.Backups;
using Noroshi.Storage.Blobs;
using Noroshi.Storage.Migrations;

namespace Noroshi.Node;

/// <summary>The services of the house, the same for serving and for verbs that need the stores.</summary>
internal static class NodeServices
{
    internal static IServiceCollection AddHouse(this IServiceCollection services, NodeOptions options, IReadOnlyList<NoroshiModule> modules)
    {
        services.AddSingleton(options);
        services.AddSingleton(modules);
        services.TryAddSingleton(ShiftedClock.For(options));
        services.AddHttpClient();
        services.AddLocalization(); // Verbs word what they find, as pages do.
        services.AddRecords(options);
        services.AddSingleton(_ => new BlobStore(Path.Combine(options.DataDirectory, "blobs")));
        services.AddSingleton<Migrator>();
        services.AddSingleton<IBackupPart, RecordsBackup>();
        services.AddSingleton<IBackupPart, BlobsBackup>();
        services.AddSingleton<Backup>();
        services.AddHealthChecks().AddCheck<RecordsHealth>("records").AddCheck<FolderHealth>("folder");
        services.AddReferenceData();
        foreach (var module in modules)
            module.AddServices(services, options);
        return services;
    }

    /// <summary>Services for a verb: the folder is held while they live, and released with them.</summary>
    internal static async Task<ServiceProvider> OpenAsync(NodeOptions options)
    {
        var modules = House.Open(options.Only);
        var services = new ServiceCollection();
        services.AddSingleton(_ => DataFolder.Hold(options.DataDirectory));
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole());
        services.AddHouse(options, modules);
        var provider = services.BuildServiceProvider();
        try
        {
            provider.GetRequiredService<DataFolder>();
            await PrepareAsync(provider, CancellationToken.None);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings the stores to the schema of this program; runs once before anything else uses them.</summary>
    internal static async Task PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        var dialect = services.GetRequiredService<RecordStore>().Dialect;
        var modules = services.GetRequiredService<IReadOnlyList<NoroshiModule>>()
            .Where(module => module.MigrationsAssembly is not null)
            .Select(module => MigrationSet.Read(module.Name, module.MigrationsAssembly!, dialect));
        IReadOnlyList<MigrationSet> sets = [.. AccessServices.Migrations(dialect), .. modules];
        await services.GetRequiredService<Migrator>().RunAsync(sets, cancel);
    }
}
