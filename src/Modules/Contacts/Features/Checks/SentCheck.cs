using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Features;

/// <summary>A check that was just written, with the link that is shown this once.</summary>
/// <param name="Check">The check.</param>
/// <param name="Point">Whom it asks.</param>
/// <param name="Body">Whose point that is.</param>
/// <param name="Path">The link's path on this node; not kept.</param>
/// <param name="Refusal">Why the peer's node was not asked; null where it was, or where the point is no peer's.</param>
internal sealed record SentCheck(ContactCheck Check, ContactPoint Point, Body Body, string Path, string? Refusal)
{
    /// <summary>What the sender has to know and do, in English.</summary>
    internal string Note => this switch
    {
        { Check.Message: not null } => "The peer's node was asked, signed. The node sends nothing else by itself: for the link, send the text through the official channel.",
        { Refusal: { } why } => $"The peer's node was not asked; the link is the only way. {why} The node sends nothing by itself: send the text through the official channel.",
        _ => "The node sends nothing by itself: send the text through the official channel.",
    };
}
