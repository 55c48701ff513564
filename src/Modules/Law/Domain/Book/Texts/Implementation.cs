using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>National law by which a state makes an act an offence, or a remark about it.</summary>
/// <remarks>
/// <c>OffenceId</c>: Offence of the catalogue; empty where the row speaks of the law as a whole.<br/>
/// <c>LawLocal</c>: Title in the state's own language; empty where not recorded.<br/>
/// <c>Article</c>: Articles, joined by <c>;</c>; empty where not recorded.<br/>
/// <c>Since</c>: As exactly as recorded; null where not.
/// </remarks>
internal sealed record Implementation(
    CountryCode State,
    string OffenceId,
    string Law,
    string LawLocal,
    string Article,
    PartialDate? Since,
    Provenance Provenance,
    string Note,
    int Line);
