using Microsoft.Extensions.DependencyInjection;
using Noroshi.Law.Reading;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Law;

/// <summary>The services of the room, one line a feature.</summary>
internal static class LawServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => LawBookReader.Read(provider.GetRequiredService<ReferenceTables>()));
        services.AddHostedService<LawBookAtStart>();
    }
}
