namespace Noroshi.Capacity.Iati.Standard;

/// <summary>Files about activities.</summary>
/// <remarks>Source: the schema iati-activities-schema.xsd, release 2.03 of 2018-02-19, written down anew as facts.</remarks>
internal static class ActivityShapes
{
    private const string Vocabulary = "vocabulary vocabulary-uri=Uri ";

    internal static ElementType Root(Shapes shapes, CommonShapes common, Dictionary<string, ElementType> globals)
    {
        var narratives = shapes.Any("narrative", common.Narrative);
        var aidType = shapes.Element("code! vocabulary");

        globals["iati-identifier"] = shapes.Value(ValueKind.Text, spot: Spot.Identifier);
        globals["participating-org"] = shapes.At(Spot.ParticipatingOrganisation, "ref type=@OrganisationType role=@OrganisationRole! activity-id crs-channel-code", narratives);
        globals["other-identifier"] = shapes.At(Spot.OtherIdentifier, "ref! type=@OtherIdentifierType!", shapes.Maybe("owner-org", shapes.Element("ref", narratives)));
        globals["activity-date"] = shapes.At(Spot.ActivityDate, "type=@ActivityDateType! iso-date=Date!", narratives);
        globals["recipient-country"] = shapes.At(Spot.Country, "code! percentage=Decimal", narratives);
        globals["recipient-region"] = shapes.At(Spot.Region, Vocabulary + "code! percentage=Decimal", narratives);
        globals["sector"] = shapes.At(Spot.Sector, Vocabulary + "code! percentage=Decimal", narratives);
        globals["tag"] = shapes.At(Spot.Vocabulary, "code! vocabulary! vocabulary-uri=Uri", narratives);
        globals["humanitarian-scope"] = shapes.At(Spot.Vocabulary, "type! vocabulary! vocabulary-uri=Uri code!", narratives);
        globals["policy-marker"] = shapes.At(Spot.PolicyMarker, Vocabulary + "code! significance", narratives);
        globals["default-aid-type"] = aidType;
        globals["capital-spend"] = shapes.Element("percentage=Decimal!");
        globals["related-activity"] = shapes.Closed("ref! type=@RelatedActivityType!");
        globals["legacy-data"] = shapes.Closed("name! value! iati-equivalent=NameToken");
        foreach (var (code, list) in new[] { ("activity-status", "ActivityStatus"), ("activity-scope", "ActivityScope"), ("collaboration-type", "CollaborationType"), ("default-flow-type", "FlowType"), ("default-tied-status", "TiedStatus") }) globals[code] = shapes.Code(list);
        globals["default-finance-type"] = common.Code;
        globals["contact-info"] = Contact(shapes, common);
        globals["location"] = Location(shapes, common);
        globals["country-budget-items"] = shapes.Element("vocabulary!", shapes.Some("budget-item", shapes.Element("code! percentage=Decimal", shapes.Maybe("description", common.Named))));
        globals["conditions"] = shapes.Element("attached=Boolean!", shapes.Any("condition", shapes.Closed("type!", shapes.Some("narrative", common.Narrative))));
        MoneyShapes.Add(shapes, common, aidType, globals);
        ResultShapes.Add(shapes, common, globals);

        var activity = Activity(shapes, common, globals);
        globals["iati-activity"] = activity;
        return globals["iati-activities"] = shapes.At(Spot.Root, "version! generated-datetime=DateTime linked-data-default=Uri", shapes.Some("iati-activity", activity));
    }

    private static ElementType Activity(Shapes shapes, CommonShapes common, Dictionary<string, ElementType> globals)
    {
        Particle[] Ordered(Func<string, ElementType, Particle> how, params string[] names) => [.. names.Select(name => how(name, globals[name]))];

        return shapes.At(
            Spot.Activity,
            "last-updated-datetime=DateTime xml:lang=Language default-currency humanitarian=Boolean hierarchy=Int linked-data-uri=Uri budget-not-provided",
            [
                shapes.One("iati-identifier", globals["iati-identifier"]),
                shapes.One("reporting-org", common.ReportingOrganisation),
                shapes.One("title", common.Named),
                shapes.Some("description", shapes.Element("type", shapes.Some("narrative", common.Narrative))),
                shapes.Some("participating-org", globals["participating-org"]),
                shapes.Any("other-identifier", globals["other-identifier"]),
                shapes.One("activity-status", globals["activity-status"]),
                shapes.Some("activity-date", globals["activity-date"]),
                shapes.Any("contact-info", globals["contact-info"]),
                shapes.Maybe("activity-scope", globals["activity-scope"]),
                .. Ordered(shapes.Any, "recipient-country", "recipient-region", "location", "sector", "tag"),
                shapes.Maybe("country-budget-items", globals["country-budget-items"]),
                .. Ordered(shapes.Any, "humanitarian-scope", "policy-marker"),
                .. Ordered(shapes.Maybe, "collaboration-type", "default-flow-type", "default-finance-type"),
                shapes.Any("default-aid-type", globals["default-aid-type"]),
                shapes.Maybe("default-tied-status", globals["default-tied-status"]),
                .. Ordered(shapes.Any, "budget", "planned-disbursement"),
                shapes.Maybe("capital-spend", globals["capital-spend"]),
                shapes.Any("transaction", globals["transaction"]),
                shapes.Any("document-link", common.DocumentLink),
                .. Ordered(shapes.Any, "related-activity", "legacy-data"),
                shapes.Maybe("conditions", globals["conditions"]),
                shapes.Any("result", globals["result"]),
                .. Ordered(shapes.Maybe, "crs-add", "fss"),
            ]);
    }

    private static ElementType Contact(Shapes shapes, CommonShapes common)
    {
        var text = shapes.Value(ValueKind.Text);
        return shapes.Element(
            "type",
            shapes.Maybe("organisation", common.Named), shapes.Maybe("department", common.Named), shapes.Maybe("person-name", common.Named), shapes.Maybe("job-title", common.Named),
            shapes.Any("telephone", text), shapes.Any("email", text), shapes.Any("website", shapes.Value(ValueKind.Uri)), shapes.Any("mailing-address", common.Named));
    }

    private static ElementType Location(Shapes shapes, CommonShapes common) => shapes.Element(
        "ref",
        shapes.Maybe("location-reach", common.Code),
        shapes.Any("location-id", shapes.Element("code! vocabulary!")),
        shapes.Maybe("name", common.Named),
        shapes.Maybe("description", common.Named),
        shapes.Maybe("activity-description", common.Named),
        shapes.Any("administrative", shapes.Element("code! vocabulary! level=NonNegativeInteger")),
        shapes.Maybe("point", shapes.Element("srsName!", shapes.One("pos", shapes.Value(ValueKind.Text, isOpen: false)))),
        shapes.Maybe("exactness", common.Code),
        shapes.Maybe("location-class", common.Code),
        shapes.Maybe("feature-designation", common.Code));
}
