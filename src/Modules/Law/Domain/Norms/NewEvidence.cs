namespace Noroshi.Law.Domain;

/// <summary>What somebody gives as evidence for a norm, checked and not yet kept.</summary>
/// <remarks>
/// <c>Norm</c>: <c>a</c> to <c>k</c>.<br/>
/// <c>Day</c>: The day of what the evidence shows, not the day of recording.<br/>
/// <c>Statement</c>: What was done.<br/>
/// <c>Words</c>: In whose words the statement is.<br/>
/// <c>Reference</c>: Number, title or address of the thing of this kind; empty for none.<br/>
/// <c>Key</c>: Names the act of giving it: the same form sent twice is kept once.
/// </remarks>
internal sealed record NewEvidence(string Norm, DateOnly Day, string Statement, string Words, string Source, EvidenceKind Kind, string Reference, string Key);
