using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Desk.Domain;
using Noroshi.Diplomacy.Desk.Features;
using Noroshi.Diplomacy.Desk.Reading;
using Noroshi.Diplomacy.Desk.Ui;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Diplomacy.Desk;

/// <summary>The services of the desk, one line a feature.</summary>
internal static class DeskServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => RecordReader.Read(provider.GetRequiredService<ReferenceTables>()));
        services.AddSingleton(new EntryTable<EntryKind>("diplomacy", 'E', new EntryActs("diplomacy.entry.add", "diplomacy.entry.correct", "diplomacy.entry.withdraw")));
        services.AddSingleton<EntryRecords>();
        services.AddSingleton<IEntryRoom<EntryKind>, DeskEntries>();
        services.AddSingleton<DeskAsk>();
        services.AddSingleton<ReadDesk>();
        services.AddSingleton<KeepEntries>();
        services.AddSingleton<DeskLabels>();
        services.AddSingleton<ITodaySource, DeskToday>();
        services.AddSingleton<IPaletteSource, DeskPalette>();
        services.AddSingleton<IStateProfileSource, DeskOfState>();
        services.AddSingleton(new DataKind(DeskRights.DataKind, DeskLabels.SayKind));
    }
}
