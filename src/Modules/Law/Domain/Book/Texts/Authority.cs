using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A body (never a person) that a state designated under an instrument.</summary>
/// <remarks>
/// <c>Instrument</c>: Instrument, or a family such as <c>MLAT-JP-*</c>.<br/>
/// <c>Role</c>: <c>contact_24_7</c>, <c>central_authority</c>, <c>extradition_authority</c>, …<br/>
/// <c>Direction</c>: <c>send</c>, <c>receive</c> or <c>both</c>.<br/>
/// <c>OrganisationLocal</c>: Name in the state's own language; empty where not recorded.
/// </remarks>
internal sealed record Authority(
    string Instrument,
    CountryCode State,
    string Article,
    string Role,
    string Direction,
    string OrganisationEn,
    string OrganisationLocal,
    PartialDate? ValidFrom,
    PartialDate? ValidTo,
    Provenance Provenance,
    string Note,
    int Line)
{
    /// <summary>The articles, one by one.</summary>
    public IReadOnlyList<string> Articles { get; } = Article.Split(';');
}
