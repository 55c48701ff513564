namespace Noroshi.Contacts.Hotline;

/// <summary>A file of a message; the content only where it was asked for.</summary>
internal sealed record KeptFile
{
    public string Message { get; init; } = "";

    /// <summary>From 1.</summary>
    public int Position { get; init; }

    public string Name { get; init; } = "";

    public string Type { get; init; } = "";

    public long Size { get; init; }

    public string Sha256 { get; init; } = "";

    /// <summary>Base64.</summary>
    public string Content { get; init; } = "";
}
