namespace Noroshi.Capacity.Iati.Model;

/// <summary>A measure of a result.</summary>
internal sealed record Indicator(
    string Measure, string? Ascending, string? AggregationStatus, Narratives Title, Narratives Description,
    IReadOnlyList<Document> Documents, IReadOnlyList<IatiElement> References, IReadOnlyList<Baseline> Baselines, IReadOnlyList<Period> Periods)
{
    internal static Indicator Of(IatiElement element) => new(
        element["measure"]!, element["ascending"], element["aggregation-status"], Narratives.Of(element.First("title")), Narratives.Of(element.First("description")),
        element.All("document-link", Document.Of), element.All("reference", each => each), element.All("baseline", Baseline.Of), element.All("period", Period.Of));

    internal IatiElement ToElement() => IatiElement.Make(
        "indicator", [("measure", Measure), ("ascending", Ascending), ("aggregation-status", AggregationStatus)],
        [
            Title.Within("title"), Description.Within("description"), .. Documents.Select(each => each.ToElement()), .. References,
            .. Baselines.Select(each => each.ToElement()), .. Periods.Select(each => each.ToElement()),
        ]);
}
