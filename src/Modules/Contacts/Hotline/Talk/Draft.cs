using Noroshi.Kernel;

namespace Noroshi.Contacts.Hotline;

/// <summary>What somebody wants to say.</summary>
/// <param name="Peer">Node id of the peer; for an existing conversation it must be that conversation's.</param>
/// <param name="Conversation">The conversation; null begins one.</param>
/// <param name="Class">What it is.</param>
/// <param name="Precedence">How soon it wants to be acknowledged.</param>
/// <param name="Marking">How far it may travel.</param>
/// <param name="Subject">One line; within a conversation it may be empty and is then the conversation's.</param>
/// <param name="Text">In one language or both.</param>
/// <param name="Attributes">The person ticked that the message attributes conduct to a state.</param>
/// <param name="Files">At most five, 1 MiB together.</param>
/// <param name="FormKey">Key of the form, so that a form sent twice is said once; null outside forms.</param>
internal sealed record Draft(
    string Peer,
    string? Conversation,
    MessageClass Class,
    Precedence Precedence,
    Tlp Marking,
    string? Subject,
    BothLanguages Text,
    bool Attributes,
    IReadOnlyList<AttachedFile> Files,
    string? FormKey = null)
{
    /// <summary>The same, with every text checked.</summary>
    /// <exception cref="WrongContentException">A field cannot stand.</exception>
    internal Draft Checked()
    {
        var subject = PlainWords.Read(Subject, "subject", HotlineLimits.LongestSubject, optional: Conversation is not null);
        var text = new BothLanguages(
            PlainWords.Read(Text.Ja, "text.ja", HotlineLimits.LongestText, lines: true, optional: true),
            PlainWords.Read(Text.En, "text.en", HotlineLimits.LongestText, lines: true, optional: true));
        if (text.IsEmpty) throw new WrongContentException("text", WrongContentException.Missing, "The message has no text. Write it in Japanese, in English, or in both.");
        if (FormKey is not null && !Guid.TryParseExact(FormKey, "N", out _)) throw new WrongContentException("key", WrongContentException.Malformed, "The key of the form is malformed. Load the form again.");
        AttachedFile.CheckAll(Files);
        return this with { Subject = subject, Text = text };
    }
}
