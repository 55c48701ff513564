using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A text or an idea put forward.</summary>
/// <remarks>
/// <c>Sponsors</c>: States behind it in the order in which they joined.<br/>
/// <c>Fate</c>: What became of it.
/// </remarks>
internal sealed record Proposal(
    string Id, Wording Name, string Kind, PartialDate Date, IReadOnlyList<Sponsor> Sponsors, IReadOnlyList<string> Organisations, string Forum,
    Wording Document, Wording Demands, Wording Fate, string Topic, Origin Origin);
