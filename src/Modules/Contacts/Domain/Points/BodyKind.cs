namespace Noroshi.Contacts.Domain;

/// <summary>What kind of organisation answers.</summary>
internal enum BodyKind
{
    StateBody,
    Csirt,
    LawEnforcement,
    International,
    Company,
    CivilSociety,
}
