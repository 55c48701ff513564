using Noroshi.Federation;

namespace Noroshi.Contacts.Hotline;

/// <summary>A message with all that is known about it.</summary>
/// <param name="Message">What was said.</param>
/// <param name="Receipts">What the receiving side said about it.</param>
/// <param name="Files">What went with it.</param>
/// <param name="Ring">How it rings; null for own messages.</param>
/// <param name="Escalations">Rungs climbed for it.</param>
/// <param name="Delivery">Where it stands; null for received messages.</param>
internal sealed record MessageView(SaidMessage Message, IReadOnlyList<KeptReceipt> Receipts, IReadOnlyList<KeptFile> Files, Ring? Ring, IReadOnlyList<Escalation> Escalations, Delivery? Delivery)
{
    internal bool Has(ReceiptKind kind) => Receipts.Any(receipt => receipt.What == kind);

    /// <summary>Received, and nobody acknowledged it.</summary>
    internal bool Waits => !Message.Outgoing && Ring is { StoppedAt: null };
}
