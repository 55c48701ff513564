namespace Noroshi.Capacity.Iati.Standard;

/// <summary>What both kinds of files have in common.</summary>
/// <remarks>Source: the schema iati-common.xsd, release 2.03 of 2018-02-19, written down anew as facts.</remarks>
internal sealed class CommonShapes
{
    internal CommonShapes(Shapes shapes)
    {
        Narrative = shapes.Value(ValueKind.Text, "xml:lang=Language", Spot.Narrative);
        Named = shapes.Element("", shapes.Some("narrative", Narrative));
        Code = shapes.Element("code!");
        Date = shapes.Element("iso-date=Date!");
        PeriodStart = shapes.At(Spot.PeriodStart, "iso-date=Date!");
        PeriodEnd = shapes.At(Spot.PeriodEnd, "iso-date=Date!");
        Money = shapes.Value(ValueKind.Decimal, "currency value-date=Date!", Spot.Money);
        ReportingOrganisation = shapes.At(Spot.ReportingOrganisation, "ref! type=@OrganisationType! secondary-reporter=Boolean", shapes.Some("narrative", Narrative));
        DocumentChildren =
        [
            shapes.One("title", Named), shapes.Maybe("description", Named), shapes.Some("category", Code), shapes.Any("language", Code), shapes.Maybe("document-date", Date),
        ];
        DocumentLink = shapes.Element(DocumentAttributes, DocumentChildren);
    }

    internal const string DocumentAttributes = "url=Uri! format!";

    /// <summary>A text in one language.</summary>
    internal ElementType Narrative { get; }

    /// <summary>A text in at least one language.</summary>
    internal ElementType Named { get; }

    /// <summary>Nothing but a code.</summary>
    internal ElementType Code { get; }

    /// <summary>Nothing but a day.</summary>
    internal ElementType Date { get; }

    internal ElementType PeriodStart { get; }

    internal ElementType PeriodEnd { get; }

    /// <summary>An amount with its currency and the day of its exchange rate.</summary>
    internal ElementType Money { get; }

    internal ElementType ReportingOrganisation { get; }

    internal Particle[] DocumentChildren { get; }

    internal ElementType DocumentLink { get; }
}
