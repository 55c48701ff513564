namespace Noroshi.Exchange.Store;

/// <summary>A line of a status.</summary>
/// <param name="Id">Identifier of the object; empty when it has none that can be read.</param>
/// <param name="Version">Its version; empty when it has none.</param>
/// <param name="Message">Why it was not taken; null when it was.</param>
internal sealed record ObjectNote(string Id, string Version, string? Message);
