using System.Globalization;
using Noroshi.Federation;

namespace Noroshi.Contacts.Hotline;

/// <summary>A conversation whole.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Peer">The other side; null when it is no longer known.</param>
/// <param name="Messages">In order.</param>
internal sealed record ConversationView(Conversation Conversation, KnownPeer? Peer, IReadOnlyList<MessageView> Messages)
{
    /// <summary>Numbers of the other side that never came: PH-2.</summary>
    internal IReadOnlyList<string> Missing
    {
        get
        {
            var there = Messages.Where(one => !one.Message.Outgoing).Select(one => one.Message.Number).ToHashSet();
            var missing = new List<string>();
            for (long number = 1; number < Conversation.PeerNumber && missing.Count < 20; number++)
            {
                if (!there.Contains(number)) missing.Add(string.Create(CultureInfo.InvariantCulture, $"{Conversation.State}-{number}"));
            }

            return missing;
        }
    }
}
