namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A point that came out of a meeting.</summary>
/// <param name="Basis">What it rests on: a document, a report, the chair's words.</param>
internal sealed record OutcomePoint(string Id, string Meeting, Wording Text, string Topic, Consensus Consensus, Wording Basis, Origin Origin);
