namespace Noroshi.Law.Domain;

/// <summary>What a reference of a piece of evidence leads to.</summary>
internal enum EvidenceKind
{
    Document,
    Incident,
    Message,
    Meeting,
    Web,
}
