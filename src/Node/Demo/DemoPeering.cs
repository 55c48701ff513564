using Noroshi.Federation;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Node.Demo;

/// <summary>Peers the two nodes of the exercise as two administrators would: each types the fingerprint that the other reads out.</summary>
internal static class DemoPeering
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Peers them, or finds them peered and tells each the other's address of today.</summary>
    internal static async Task EnsureAsync(DemoNode here, DemoPartner there, CancellationToken cancel)
    {
        var desk = here.Services.GetRequiredService<PeerDesk>();
        var peers = here.Services.GetRequiredService<PeerRecords>();
        var own = here.Services.GetRequiredService<OwnDocument>();
        var self = await there.AskAsync<SelfAnswer>(PeerVerbs.Self, new { }, cancel);
        var peer = await desk.AddAsync(there.PeerUrl, Actor.System, cancel);
        if (peer.OurStanding == Standing.Pending)
        {
            await UntilAsync(async () => (await TheirsAsync(there, own.NodeId, cancel)) is not null, cancel);
            await desk.ConfirmAsync(self.FingerprintJa, peer.NodeId, Actor.System, cancel);
        }

        if (await TheirsAsync(there, own.NodeId, cancel) is { Ours: "pending" })
            await there.AskAsync<PeerAnswer>(PeerVerbs.Confirm, new { fingerprint = own.Fingerprint.English, peer = own.NodeId }, cancel);
        await UntilAsync(async () => await peers.FindAsync(peer.NodeId, cancel) is { IsActive: true } && await TheirsAsync(there, own.NodeId, cancel) is { Status: "active" }, cancel);
    }

    private static async Task<PeerAnswer?> TheirsAsync(DemoPartner there, string nodeId, CancellationToken cancel) =>
        (await there.AskAsync<List<PeerAnswer>>(PeerVerbs.List, new { }, cancel)).Find(peer => peer.NodeId == nodeId);

    private static async Task UntilAsync(Func<Task<bool>> holds, CancellationToken cancel)
    {
        var last = TimeProvider.System.GetUtcNow() + Longest;
        while (!await holds())
        {
            if (TimeProvider.System.GetUtcNow() > last) throw new RefusalException("The two nodes of the exercise did not find each other. Delete the exercise's folder and begin anew.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }
    }
}
