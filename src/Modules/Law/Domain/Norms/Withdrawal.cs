namespace Noroshi.Law.Domain;

/// <summary>Why a piece of evidence no longer stands, who said so and when.</summary>
internal sealed record Withdrawal(string Reason, DateTimeOffset At, string ByName);
