namespace Noroshi.Contacts.Hotline;

/// <summary>Something that waits, as one person sees it; the words are in their language.</summary>
/// <param name="Message">Id.</param>
/// <param name="Conversation">Id.</param>
/// <param name="Label">PH-3.</param>
/// <param name="State">Two letters.</param>
/// <param name="Precedence">Word on the wire.</param>
/// <param name="Title">One line: label and conversation, precedence, class, state.</param>
/// <param name="Subject">As sent; empty where it is the conversation's.</param>
/// <param name="ArrivedAt">UTC.</param>
/// <param name="TargetAt">By when it should be acknowledged.</param>
/// <param name="Sounds">Rings for this person.</param>
/// <param name="Reached">The ladder reached this person.</param>
internal sealed record RingView(
    string Message, string Conversation, string Label, string State, string Precedence, string Title, string Subject, DateTimeOffset ArrivedAt, DateTimeOffset TargetAt, bool Sounds, bool Reached);
