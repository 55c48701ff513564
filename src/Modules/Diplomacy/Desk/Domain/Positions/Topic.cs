namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A contested topic with the two ends of its scale.</summary>
internal sealed record Topic(string Id, Wording Name, Wording Minus, Wording Plus, Origin Origin);
