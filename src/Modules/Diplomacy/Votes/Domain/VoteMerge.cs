namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>Brings newly read votes into those that are held.</summary>
internal static class VoteMerge
{
    /// <summary>
    /// Roll calls that are brought again replace the held ones whole; all others stay. A vote on a whole resolution that another layout
    /// numbers differently is the same roll call: the one brought last stays.
    /// </summary>
    internal static VoteBook Merge(VoteBook held, VoteBook brought)
    {
        var numbers = brought.RollCalls.Select(rollCall => (rollCall.Layout, rollCall.Id)).ToHashSet();
        var texts = brought.RollCalls.Where(IsText).Select(rollCall => (rollCall.Resolution, rollCall.Layout)).ToLookup(text => text.Resolution, text => text.Layout);
        var builder = new VoteBookBuilder();
        Copy(brought, builder, _ => true);
        Copy(held, builder, rollCall => !numbers.Contains((rollCall.Layout, rollCall.Id)) && !(IsText(rollCall) && texts[rollCall.Resolution].Any(layout => layout != rollCall.Layout)));
        return builder.Build();
    }

    private static bool IsText(RollCall rollCall) => rollCall.IsWhole && rollCall.Resolution.Length > 0;

    private static void Copy(VoteBook from, VoteBookBuilder to, Func<RollCall, bool> wanted)
    {
        var states = from.States.Select(to.State).ToArray();
        for (var rollCall = 0; rollCall < from.RollCalls.Count; rollCall++)
        {
            if (!wanted(from.RollCalls[rollCall])) continue;
            var copied = to.RollCall(from.RollCalls[rollCall]);
            var voters = from.VotersOf(rollCall);
            var choices = from.ChoicesOf(rollCall);
            for (var vote = 0; vote < voters.Length; vote++) to.Add(copied, states[voters[vote]], choices[vote]);
        }
    }
}
