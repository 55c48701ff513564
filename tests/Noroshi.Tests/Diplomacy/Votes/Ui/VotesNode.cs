using Microsoft.Extensions.DependencyInjection;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Storage;
using Noroshi.Tests.Diplomacy.Votes.Estimation;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Diplomacy.Votes.Ui;

/// <summary>A node that keeps invented votes of real states, estimated.</summary>
public sealed class VotesNode : NodeOfRoles
{
    internal static readonly string[] States = ["US", "JP", "FR", "CN", "IN", "BR", "ZA", "RU", "PH", "CS"];

    protected override async Task PrepareAsync()
    {
        new VoteStore(Node.Services.GetRequiredService<NodeOptions>().DataDirectory).Keep(new InventedVotes(8, States.Length, sessions: 6, rollCalls: 60, step: 0.2, names: States).Book);
        await EstimatedAsync();
    }

    /// <summary>Waits until the points of the votes that are kept now are estimated.</summary>
    internal async Task EstimatedAsync()
    {
        await Node.Services.GetRequiredService<KeptVotes>().Now().WhenEstimatedAsync();
    }
}
