namespace Noroshi.WeakLinks.Domain;

/// <summary>How a node or a project is called where people read; null where no name was given in that language.</summary>
internal sealed record Naming(string? English, string? Japanese);
