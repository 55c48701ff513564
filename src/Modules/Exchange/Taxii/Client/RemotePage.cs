namespace Noroshi.Exchange.Taxii;

/// <summary>A page of a collection elsewhere.</summary>
/// <param name="Objects">The bytes of each object.</param>
/// <param name="Next">Token of the next page; null for the last.</param>
/// <param name="LastAdded">When the last object of it was added there, as the server writes it; null where it does not say.</param>
internal sealed record RemotePage(IReadOnlyList<ReadOnlyMemory<byte>> Objects, string? Next, string? LastAdded);
