using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>An organisation that gives, does or receives; never a person.</summary>
/// <remarks>
/// <c>Type</c>: IATI OrganisationType.<br/>
/// <c>Identifier</c>: IATI organisation identifier; empty where none is known.
/// </remarks>
internal sealed record PartnerOrganisation(string Id, string Name, string Type, CountryCode State, string Identifier, Origin Origin);
