namespace Noroshi.Contacts.Domain;

/// <summary>By what a check was answered.</summary>
internal enum CheckWay
{
    /// <summary>Somebody opened the one-time link and pressed its button.</summary>
    Link,

    /// <summary>The peer's node answered.</summary>
    Node,
}
