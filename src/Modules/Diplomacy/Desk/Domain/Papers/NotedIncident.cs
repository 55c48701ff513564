using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>An incident that the documents name. An attribution always says who made it.</summary>
/// <param name="Motive">As the source classes it; empty where it does not.</param>
/// <param name="AttributedBy">Who attributed it in public; empty for nobody.</param>
internal sealed record NotedIncident(
    string Id, Wording Name, PartialDate? Start, PartialDate? End, Wording Place, IReadOnlyList<CountryCode> States, string Kind, string Motive,
    string NamedIn, Wording Text, Wording Attribution, Wording AttributedBy, Origin Origin);
