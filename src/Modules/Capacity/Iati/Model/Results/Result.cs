namespace Noroshi.Capacity.Iati.Model;

/// <summary>What an activity is for, and how it is measured.</summary>
/// <param name="Type">1 output, 2 outcome, 3 impact, 9 other.</param>
/// <param name="AggregationStatus">Whether it may be added up.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">What it means.</param>
/// <param name="Documents">Documents about it.</param>
/// <param name="References">Its codes in result frameworks: <c>reference</c> elements as read.</param>
/// <param name="Indicators">How it is measured.</param>
internal sealed record Result(
    string Type, string? AggregationStatus, Narratives Title, Narratives Description, IReadOnlyList<Document> Documents, IReadOnlyList<IatiElement> References, IReadOnlyList<Indicator> Indicators)
{
    internal static Result Of(IatiElement element) => new(
        element["type"]!, element["aggregation-status"], Narratives.Of(element.First("title")), Narratives.Of(element.First("description")),
        element.All("document-link", Document.Of), element.All("reference", each => each), element.All("indicator", Indicator.Of));

    internal IatiElement ToElement() => IatiElement.Make(
        "result", [("type", Type), ("aggregation-status", AggregationStatus)],
        [Title.Within("title"), Description.Within("description"), .. Documents.Select(each => each.ToElement()), .. References, .. Indicators.Select(each => each.ToElement())]);
}
