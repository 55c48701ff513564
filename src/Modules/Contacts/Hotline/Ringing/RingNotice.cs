namespace Noroshi.Contacts.Hotline;

/// <summary>That something rings: all that leaves the node by the hook.</summary>
/// <param name="Precedence">Word of the precedence.</param>
/// <param name="State">The state that rings.</param>
/// <param name="Conversation">The conversation, for the link.</param>
/// <param name="Step">Rung of the ladder; 0 for the first ring.</param>
internal sealed record RingNotice(string Precedence, string State, string Conversation, int Step);
