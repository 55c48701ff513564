namespace Noroshi.Shell.Ui;

/// <summary>One step of the way down to a page; without an address it is the page itself.</summary>
public sealed record Crumb(string Title, string? Href = null);
