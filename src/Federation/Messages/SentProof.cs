namespace Noroshi.Federation;

/// <summary>A sent message with what proves that it was sent and taken.</summary>
public sealed class SentProof
{
    /// <summary>Message id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Place in the conversation.</summary>
    public long Sequence { get; init; }

    /// <summary>The message as this node signed it (compact JWS).</summary>
    public string Proof { get; init; } = "";

    /// <summary>SHA-256 of the signed form, hexadecimal, as both ledgers hold it.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The peer's signed receipt (compact JWS); null until it came.</summary>
    public string? Receipt { get; init; }
}
