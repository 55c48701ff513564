namespace Noroshi.Capacity.Iati.Model;

/// <summary>A document on the network.</summary>
internal sealed record Document(string Url, string Format, Narratives Title, Narratives Description, IReadOnlyList<string> Categories, IReadOnlyList<string> Languages, string? Day)
{
    internal static Document Of(IatiElement element) => new(
        element["url"]!, element["format"]!, Narratives.Of(element.First("title")), Narratives.Of(element.First("description")),
        element.All("category", each => each["code"]!), element.All("language", each => each["code"]!), element.DayOf("document-date"));

    internal IatiElement ToElement() => IatiElement.Make(
        "document-link", [("url", Url), ("format", Format)],
        [
            Title.Within("title"), Description.Within("description"),
            .. Categories.Select(code => IatiElement.Code("category", code)), .. Languages.Select(code => IatiElement.Code("language", code)), IatiElement.Day("document-date", Day),
        ]);
}
