using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Law.Reading;
using Noroshi.Law.Store;
using Noroshi.Law.Ui;
using Noroshi.Law.Ui.Basis;
using Noroshi.Law.Ui.Profile;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law;

/// <summary>The services of the room, one line a feature.</summary>
internal static class LawServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => LawBookReader.Read(provider.GetRequiredService<ReferenceTables>()));
        services.AddSingleton<TreatyRegister>();
        services.AddSingleton(provider => new StateIndex(provider.GetRequiredService<IStateNames>().Codes));
        services.AddSingleton<StateGroups>();
        services.AddSingleton<Asking>();
        services.AddSingleton<LawLabels>();
        services.AddSingleton(provider => LegalRules.Compile(provider.GetRequiredService<LawBook>()));
        services.AddSingleton<LegalEngine>();
        services.AddSingleton<BasisReader>();
        services.AddSingleton<IPaletteSource, BasisPalette>();
        services.AddSingleton(provider => new BasisWords(provider.GetRequiredService<IStringLocalizer<BasisText>>(), code => provider.GetRequiredService<IStateNames>().NameOf(code, CultureInfo.CurrentUICulture)));
        services.AddSingleton<IPaletteSource, LawPalette>();
        services.AddSingleton<IStateLinks, LawOfState>();
        services.AddSingleton<IStateProfileSource, LawProfile>();
        services.AddHostedService<LawBookAtStart>();
        services.AddSingleton<NormRecords>();
        services.AddSingleton<ReadNorms>();
        services.AddSingleton<KeepNorms>();
        services.AddSingleton<NormLabels>();
        services.AddSingleton<IPaletteSource, NormPalette>();
        services.AddSingleton(new DataKind(NormRights.DataKind, NormLabels.SayKind));
    }
}
