using Microsoft.Extensions.DependencyInjection;
using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Iati.Features;
using Noroshi.Capacity.Iati.Projects;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Capacity.Matching;
using Noroshi.Capacity.Registry;
using Noroshi.Capacity.Results;
using Noroshi.Capacity.Ui;
using Noroshi.Contracts;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Capacity;

/// <summary>The services of the registry, one line a feature.</summary>
internal static class CapacityServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => LibraryReader.Read(provider.GetRequiredService<ReferenceTables>()));
        services.AddSingleton(new EntryTable<EntryKind>("capacity", 'C', new EntryActs("capacity.entry.add", "capacity.entry.correct", "capacity.entry.withdraw")));
        services.AddSingleton<EntryRecords>();
        services.AddSingleton<EntryKeeping>();
        services.AddSingleton<IEntryRoom<EntryKind>, RegistryEntries>();
        services.AddSingleton<CapacityAsk>();
        services.AddSingleton<ReadCapacity>();
        services.AddSingleton<ImportedProjects>();
        services.AddSingleton<WaitingFiles>();
        services.AddSingleton<ImportFiles>();
        services.AddSingleton<ExportProjects>();
        services.AddSingleton<OverlapCache>();
        services.AddSingleton<MatchNeeds>();
        services.AddSingleton<IMaturityOfStates, MaturityOfStates>();
        services.AddSingleton<IProjects, RecordedProjects>();
        services.AddSingleton<CapacityLabels>();
        services.AddSingleton<ITodaySource, CapacityToday>();
        services.AddSingleton<IPaletteSource, CapacityPalette>();
        services.AddSingleton<IStateProfileSource, CapacityOfState>();
        services.AddSingleton(new DataKind(CapacityRights.DataKind, CapacityLabels.SayKind));
    }
}
