namespace Noroshi.Contacts.Hotline;

/// <summary>What a check of a transcript found.</summary>
/// <param name="Valid">Everything that was checked holds.</param>
/// <param name="Reason">What does not hold; null where all does.</param>
/// <param name="Key">Id of the key that signed it (RFC 7638): to be compared with what the node's administrator reads out.</param>
/// <param name="Node">State of the node that made it.</param>
/// <param name="Messages">Messages whose digest fits their words.</param>
/// <param name="Proofs">Signed envelopes of the other side whose content fits the message or receipt they stand with.</param>
/// <param name="Peer">Fingerprint of the node whose signatures under the envelopes were checked; null where no description was given.</param>
internal sealed record TranscriptVerdict(bool Valid, string? Reason, string? Key = null, string? Node = null, int Messages = 0, int Proofs = 0, string? Peer = null);
