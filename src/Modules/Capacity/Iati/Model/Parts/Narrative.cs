namespace Noroshi.Capacity.Iati.Model;

/// <summary>A text in a language.</summary>
/// <param name="Language">Its tag; null where it is that of the activity.</param>
/// <param name="Text">The text as it stands.</param>
internal sealed record Narrative(string? Language, string Text);
