using System.Collections.Frozen;

namespace Noroshi.Exchange.Sharing;

/// <summary>A set of parties, resolved once. An empty one means nobody, however it came to be empty.</summary>
internal sealed class Audience
{
    private readonly FrozenSet<Party> _parties;

    private Audience(IEnumerable<Party> parties) => _parties = parties.ToFrozenSet();

    /// <summary>No one.</summary>
    public static Audience Nobody { get; } = new([]);

    /// <summary>Anyone, the public included.</summary>
    public static Audience Everyone { get; } = new([Party.Everyone]);

    /// <summary>How many parties are in it.</summary>
    public int Count => _parties.Count;

    /// <summary>Exactly these; a party without an identifier is nobody.</summary>
    public static Audience Of(params IEnumerable<Party> parties) => new(parties.Where(party => party.Kind == PartyKind.Everyone || party.Id.Length > 0));

    /// <summary>Resolves groups, which may hold groups, into their parties. A group that is not known, or holds itself, adds nobody.</summary>
    /// <param name="parties">Named directly.</param>
    /// <param name="groups">Names of groups.</param>
    /// <param name="members">What a group holds: parties and names of further groups; null when it is not known.</param>
    public static Audience Resolve(IEnumerable<Party> parties, IEnumerable<string> groups, Func<string, (IEnumerable<Party> Parties, IEnumerable<string> Groups)?> members)
    {
        List<Party> found = [.. parties];
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<string> open = new(groups);
        while (open.TryPop(out var name))
        {
            if (!seen.Add(name) || members(name) is not { } group) continue;
            found.AddRange(group.Parties);
            foreach (var inner in group.Groups) open.Push(inner);
        }

        return Of(found);
    }

    /// <summary>This party itself is in the set; that everyone is does not count.</summary>
    public bool Names(Party party) => party.Kind != PartyKind.Everyone && _parties.Contains(party);

    /// <summary>The recipient, or something that it belongs to, is in the set by name.</summary>
    public bool NamesAnyOf(Recipient recipient)
    {
        foreach (var party in recipient.Parties)
        {
            if (Names(party)) return true;
        }

        return false;
    }

    /// <summary>The recipient belongs to the set, by name or because everyone does.</summary>
    public bool Includes(Recipient recipient) => _parties.Contains(Party.Everyone) || NamesAnyOf(recipient);
}
