namespace Noroshi.Contacts.Hotline;

/// <summary>A conversation in a list, with its last message.</summary>
internal sealed record ConversationLine(Conversation Conversation, SaidMessage? Last);
