namespace Noroshi.Capacity.Iati.Standard;

/// <summary>Results, their indicators, and what was meant and reached in each period.</summary>
internal static class ResultShapes
{
    internal static void Add(Shapes shapes, CommonShapes common, Dictionary<string, ElementType> globals)
    {
        var (title, description) = (shapes.One("title", common.Named), shapes.Maybe("description", common.Named));
        var (documents, comment) = (shapes.Any("document-link", common.DocumentLink), shapes.Maybe("comment", common.Named));
        var dimension = shapes.Element("name value");
        globals["dimension"] = dimension;
        var (locations, dimensions) = (shapes.Any("location", shapes.Element("ref")), shapes.Any("dimension", dimension));
        var measured = shapes.Closed("value", locations, dimensions, comment, documents);
        var period = shapes.At(
            Spot.Period, "",
            shapes.One("period-start", common.PeriodStart), shapes.One("period-end", common.PeriodEnd), shapes.Any("target", measured), shapes.Any("actual", measured));
        var indicator = shapes.Element(
            "measure=@IndicatorMeasure! ascending=Boolean aggregation-status=Boolean",
            title, description, documents,
            shapes.Any("reference", shapes.Element("vocabulary! code! indicator-uri=Uri")),
            shapes.Any("baseline", shapes.Element("iso-date=Date year=PositiveInteger! value", locations, dimensions, documents, comment)),
            shapes.Any("period", period));
        globals["result"] = shapes.Element(
            "type=@ResultType! aggregation-status=Boolean",
            title, description, documents,
            shapes.Any("reference", shapes.Element("code! vocabulary! vocabulary-uri=Uri")),
            shapes.Some("indicator", indicator));
    }
}
