namespace Noroshi.Federation;

/// <summary>Where a sent message stands.</summary>
/// <param name="Id">Message id.</param>
/// <param name="State">Queued, delivered or refused.</param>
/// <param name="QueuedAt">When it was written into the outbox.</param>
/// <param name="SettledAt">When the peer's signed receipt came, or its refusal.</param>
/// <param name="Attempts">How often delivery was tried.</param>
/// <param name="Reason">Why it was refused or why the last attempt failed.</param>
public sealed record Delivery(string Id, DeliveryState State, DateTimeOffset QueuedAt, DateTimeOffset? SettledAt, int Attempts, string? Reason);
