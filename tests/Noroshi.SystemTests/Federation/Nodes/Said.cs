namespace Noroshi.SystemTests.Federation;

/// <summary>A message of the hotline as a node keeps it.</summary>
/// <param name="Conversation">Its conversation.</param>
/// <param name="Number">The sender's number in it.</param>
/// <param name="Text">The English text.</param>
/// <param name="Digest">SHA-256 of the statement.</param>
/// <param name="Id">Message id.</param>
internal sealed record Said(string Conversation, long Number, string Text, string Digest, string Id);
