namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A confidence-building measure that a forum agreed.</summary>
internal sealed record Measure(string Id, string Forum, string Number, Wording Text, Wording Decision, string Theme, Origin Origin);
