using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Brief.Ui;

namespace Noroshi.Diplomacy.Brief;

/// <summary>The services of profiles and briefs, one line a feature.</summary>
internal static class BriefServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<BriefAsking>();
        services.AddSingleton<MakeBrief>();
        services.AddSingleton<TakeBrief>();
        services.AddSingleton<IStateLinks, BriefOfState>();
        services.AddSingleton<IPaletteSource, BriefPalette>();
    }
}
