using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>An authority or centre of a state or an organisation.</summary>
/// <remarks>
/// <c>Organisation</c>: The organisation it belongs to, where it belongs to no state.
/// </remarks>
internal sealed record StateBody(
    string Id, CountryCode State, string Organisation, Wording Name, string Kind, Period Period, Wording Purpose,
    IReadOnlyList<string> Predecessors, IReadOnlyList<string> Successors, Origin Origin);
