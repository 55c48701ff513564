namespace Noroshi.Contacts.Domain;

/// <summary>By what one is reached.</summary>
internal enum ChannelKind
{
    Telephone,
    Email,
    Web,
    Chat,
}
