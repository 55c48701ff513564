namespace Noroshi.Contacts.Domain;

/// <summary>A recorded public holiday of one day.</summary>
/// <param name="NameEn">English name.</param>
/// <param name="NameJa">Japanese name.</param>
/// <param name="Regions">Parts of the country where it is one; empty for all of it.</param>
internal sealed record PublicHoliday(string NameEn, string NameJa, IReadOnlyList<string> Regions)
{
    internal string Name(bool japanese) => japanese && NameJa.Length > 0 ? NameJa : NameEn;
}
