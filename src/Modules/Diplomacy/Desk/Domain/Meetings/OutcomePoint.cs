namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A point that came out of a meeting.</summary>
/// <remarks>
/// <c>Basis</c>: What it rests on: a document, a report, the chair's words.
/// </remarks>
internal sealed record OutcomePoint(string Id, string Meeting, Wording Text, string Topic, Consensus Consensus, Wording Basis, Origin Origin);
