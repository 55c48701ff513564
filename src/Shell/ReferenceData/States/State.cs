using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>One ISO 3166-1 entry. Being listed says nothing about status.</summary>
/// <param name="Alpha2">Two letters.</param>
/// <param name="Alpha3">Three letters.</param>
/// <param name="Numeric">Three digits.</param>
/// <param name="NameEn">Short English name (CLDR), for lists.</param>
/// <param name="NameEnUn">English name as the United Nations lists it.</param>
/// <param name="NameJa">Japanese name (CLDR), for lists.</param>
/// <param name="NameJaMinistry">Japanese name as the Ministry of Foreign Affairs of Japan writes it, where it differs.</param>
/// <param name="Kind">un_member, un_observer_state, associated_state, territory, special_area or area.</param>
/// <param name="Parent">The state it belongs with, where that is recorded.</param>
/// <param name="Capital">Empty where disputed, absent or not recorded.</param>
/// <param name="TimeZone">IANA zone of the capital or seat.</param>
/// <param name="Languages">ISO 639 codes.</param>
/// <param name="UnMember">Admission to the United Nations.</param>
/// <param name="Note">What a reader must know first.</param>
/// <param name="Provenance">Source of codes, names, capital and zone.</param>
internal sealed record State(
    CountryCode Alpha2,
    string Alpha3,
    string Numeric,
    string Kind,
    CountryCode Parent,
    string NameEn,
    string NameEnUn,
    string NameJa,
    Sourced<string>? NameJaMinistry,
    string Capital,
    string TimeZone,
    Sourced<IReadOnlyList<string>>? Languages,
    Sourced<UnMember>? UnMember,
    string Note,
    Provenance Provenance)
{
    /// <summary>True where the operator of this node chose <see cref="NameEn"/> and <see cref="NameJa"/>.</summary>
    public bool NamedByOperator { get; init; }

    /// <summary>The name for lists, in Japanese or English.</summary>
    public string Name(bool japanese) => japanese ? NameJa : NameEn;
}
