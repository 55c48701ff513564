namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Why an entry no longer stands, who said so and when.</summary>
internal sealed record Withdrawal(string Reason, DateTimeOffset At, string ByName);
