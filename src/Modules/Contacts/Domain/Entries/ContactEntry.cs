namespace Noroshi.Contacts.Domain;

/// <summary>One line of a directory file: an organisation and, mostly, one of its points. Ids may still be empty.</summary>
/// <param name="Body">The organisation.</param>
/// <param name="Point">The point; null for an organisation without one.</param>
/// <param name="Line">Where it stands in its file; 0 where it came from elsewhere.</param>
internal sealed record ContactEntry(Body Body, ContactPoint? Point, int Line);
