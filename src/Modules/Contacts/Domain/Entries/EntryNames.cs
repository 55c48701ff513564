using System.Globalization;

namespace Noroshi.Contacts.Domain;

/// <summary>Makes the ids of new entries: readable, and never one that was used before.</summary>
internal static class EntryNames
{
    /// <summary>Between a peer's node id and its own name of an entry.</summary>
    internal const char PeerMark = '~';

    internal static string ForBody(ContactBook book, Body body) => Free(Stem(body) + "-" + ContactWords.Of(body.Kind), id => book.Body(id) is not null);

    internal static string ForPoint(ContactBook book, Body body, ContactFunction function) => Free(Stem(body) + "-" + ContactWords.Of(function), id => book.Point(id) is not null);

    /// <summary>The id under which a peer's entry is kept here.</summary>
    internal static string OfPeer(string peerNodeId, string id) => peerNodeId + PeerMark + id;

    /// <summary>What the peer itself calls its point.</summary>
    internal static string AtPeer(ContactPoint point) => point.IsOwn ? point.Id : point.Id[(point.Origin.Length + 1)..];

    private static string Stem(Body body) => body.State.IsKnown ? body.State.ToString().ToLowerInvariant() : "int";

    private static string Free(string stem, Func<string, bool> isTaken)
    {
        for (var number = 1; ; number++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
            if (!isTaken(id)) return id;
        }
    }
}
