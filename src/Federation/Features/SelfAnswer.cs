namespace Noroshi.Federation;

/// <summary>What an administrator reads out to the other: this node's id, address and fingerprint.</summary>
/// <param name="NodeId">This node's id.</param>
/// <param name="State">Its state.</param>
/// <param name="Url">Where peers reach it; null when it does not listen for them.</param>
/// <param name="FingerprintEn">Ten English words.</param>
/// <param name="FingerprintJa">Ten Japanese words.</param>
/// <param name="FingerprintDigits">Twenty hexadecimal digits.</param>
internal sealed record SelfAnswer(string NodeId, string State, string? Url, string FingerprintEn, string FingerprintJa, string FingerprintDigits)
{
    internal static SelfAnswer Of(NodeDocument document)
    {
        var fingerprint = Fingerprint.Of(document);
        return new SelfAnswer(document.NodeId, document.State, document.Url, fingerprint.English, fingerprint.Japanese, fingerprint.Digits);
    }
}
