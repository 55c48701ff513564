using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Diplomacy.Votes.Ui;
using Noroshi.Shell.ReferenceData;

namespace Noroshi.Diplomacy.Votes;

/// <summary>The services of the votes.</summary>
internal static class VotesServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => VoteStates.Of(provider.GetRequiredService<ReferenceTables>()));
        services.AddSingleton<KeptVotes>();
        services.AddSingleton<VotesOfState>();
        services.AddScoped<VoteQuestions>();
        services.AddSingleton<TakeVotes>();
        services.AddSingleton<VoteLabels>();
        services.AddSingleton<IStateLinks, VotesLink>();
        services.AddSingleton<IPaletteSource, VotesPalette>();
        services.AddSingleton<IStateProfileSource, VotesProfile>();
    }
}
