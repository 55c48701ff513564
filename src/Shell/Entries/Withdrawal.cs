namespace Noroshi.Shell.Entries;

/// <summary>Why an entry no longer stands, who said so and when.</summary>
public sealed record Withdrawal(string Reason, DateTimeOffset At, string ByName);
