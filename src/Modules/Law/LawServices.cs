using Microsoft.Extensions.DependencyInjection;

namespace Noroshi.Law;

/// <summary>The services of the room, one line a feature.</summary>
internal static class LawServices
{
    internal static void Add(IServiceCollection services)
    {
        _ = services;
    }
}
