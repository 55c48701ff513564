using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A strategy, law, plan or declaration of a state or an organisation.</summary>
/// <remarks>
/// <c>Organisation</c>: The organisation it belongs to, where it belongs to no state.
/// </remarks>
internal sealed record Strategy(
    string Id, CountryCode State, string Organisation, Wording Name, string Kind, PartialDate Date, Wording Purpose,
    IReadOnlyList<string> Predecessors, IReadOnlyList<string> Successors, Origin Origin);
