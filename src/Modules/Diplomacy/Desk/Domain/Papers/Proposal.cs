using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A text or an idea put forward.</summary>
/// <param name="Sponsors">States behind it in the order in which they joined.</param>
/// <param name="Fate">What became of it.</param>
internal sealed record Proposal(
    string Id, Wording Name, string Kind, PartialDate Date, IReadOnlyList<Sponsor> Sponsors, IReadOnlyList<string> Organisations, string Forum,
    Wording Document, Wording Demands, Wording Fate, string Topic, Origin Origin);
