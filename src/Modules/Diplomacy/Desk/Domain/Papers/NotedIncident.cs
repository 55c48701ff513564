using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>An incident that the documents name. An attribution always says who made it.</summary>
/// <remarks>
/// <c>Motive</c>: As the source classes it; empty where it does not.<br/>
/// <c>AttributedBy</c>: Who attributed it in public; empty for nobody.
/// </remarks>
internal sealed record NotedIncident(
    string Id, Wording Name, PartialDate? Start, PartialDate? End, Wording Place, IReadOnlyList<CountryCode> States, string Kind, string Motive,
    string NamedIn, Wording Text, Wording Attribution, Wording AttributedBy, Origin Origin);
