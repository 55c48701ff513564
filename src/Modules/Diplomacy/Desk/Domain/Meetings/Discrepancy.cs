namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Where sources differ; the better figure is kept, and the other stands beside it.</summary>
/// <param name="Document">The document that says the first; empty where several do.</param>
/// <param name="About">Id of the line that it concerns; empty for none.</param>
internal sealed record Discrepancy(string Id, string Document, Wording Says, Wording Other, Wording Advice, string About, Origin Origin);
