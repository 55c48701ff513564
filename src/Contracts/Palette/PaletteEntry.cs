namespace Noroshi.Contracts;

/// <summary>A place on the node that the command palette leads to.</summary>
/// <param name="Title">Its name in the reader's language.</param>
/// <param name="Href">Its address.</param>
/// <param name="Kind">What it is, in the reader's language: page, state, case.</param>
/// <param name="Also">Other names it is found by (the code, the other language); not shown.</param>
public sealed record PaletteEntry(string Title, string Href, string Kind, IReadOnlyList<string>? Also = null);
