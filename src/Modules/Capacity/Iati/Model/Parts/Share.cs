using System.Globalization;

namespace Noroshi.Capacity.Iati.Model;

/// <summary>A country, region, sector or tag of an activity or a transaction.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Vocabulary">Which vocabulary the code is of; null is the standard's own.</param>
/// <param name="VocabularyUri">Where a vocabulary of the publisher's own is explained.</param>
/// <param name="Percentage">Its share of the activity; null where the file says none.</param>
/// <param name="Names">What it is called.</param>
internal sealed record Share(string Code, string? Vocabulary, string? VocabularyUri, decimal? Percentage, Narratives Names)
{
    internal static Share Of(IatiElement element) =>
        new(element["code"]!, element["vocabulary"], element["vocabulary-uri"], element["percentage"] is { } share ? Amount.Read(share) : null, Narratives.Of(element));

    internal IatiElement ToElement(string name) => IatiElement.Make(
        name, [("vocabulary", Vocabulary), ("vocabulary-uri", VocabularyUri), ("code", Code), ("percentage", Percentage?.ToString(CultureInfo.InvariantCulture))], Names.Elements);
}
