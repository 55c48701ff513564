namespace Noroshi.Federation;

/// <summary>Where a sent message stands.</summary>
public enum DeliveryState
{
    /// <summary>In the outbox; tried until it arrives.</summary>
    Queued,

    /// <summary>The peer applied it and signed a receipt.</summary>
    Delivered,

    /// <summary>The peer set it aside and said why, or the agreement no longer allows it.</summary>
    Refused,
}
