using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>A public holiday.</summary>
/// <param name="State">Where.</param>
/// <param name="Date">Local day.</param>
/// <param name="Regions">Parts of the state; empty for all of it.</param>
/// <param name="Kind">national, bank, regular, special, substitute, regional or government.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="Note">What a reader must know first.</param>
/// <param name="Provenance">Where it was read.</param>
internal sealed record Holiday(CountryCode State, DateOnly Date, IReadOnlyList<string> Regions, string Kind, string NameEn, string NameJa, string Note, Provenance Provenance);
