namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Where sources differ; the better figure is kept, and the other stands beside it.</summary>
/// <remarks>
/// <c>Document</c>: The document that says the first; empty where several do.<br/>
/// <c>About</c>: Id of the line that it concerns; empty for none.
/// </remarks>
internal sealed record Discrepancy(string Id, string Document, Wording Says, Wording Other, Wording Advice, string About, Origin Origin);
