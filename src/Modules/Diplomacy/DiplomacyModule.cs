using System.CommandLine;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Shell;

namespace Noroshi.Diplomacy;

/// <summary>Where states stand. So far how they vote, by verbs; a room without pages stands in no navigation.</summary>
public sealed class DiplomacyModule : NoroshiModule
{
    /// <inheritdoc/>
    public override string Name => "diplomacy";

    /// <inheritdoc/>
    public override IEnumerable<Command> Commands(CommandHost host) => [VotesCommand.Create(host)];
}
