using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Features;

/// <summary>A check that was just written, with the link that is shown this once.</summary>
/// <param name="Check">The check.</param>
/// <param name="Point">Whom it asks.</param>
/// <param name="Body">Whose point that is.</param>
/// <param name="Path">The link's path on this node; not kept.</param>
internal sealed record SentCheck(ContactCheck Check, ContactPoint Point, Body Body, string Path);
