namespace Noroshi.Exchange.Misp;

/// <summary>Something that a conversion could not carry as it was.</summary>
/// <param name="Pointer">Where it stood in the input (RFC 6901).</param>
/// <param name="Kind"><c>lost</c>: it is gone. <c>server</c>: it means something on one server only and was left out. <c>beside</c>: it travels in an extension that only MISP's users read.</param>
/// <param name="Why">What and why.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The word of RFC 6901.")]
internal sealed record MispLoss(string Pointer, string Kind, string Why);
