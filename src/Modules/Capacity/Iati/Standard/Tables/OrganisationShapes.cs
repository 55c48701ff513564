namespace Noroshi.Capacity.Iati.Standard;

/// <summary>Files about organisations.</summary>
/// <remarks>Source: the schema iati-organisations-schema.xsd, release 2.03 of 2018-02-19, written down anew as facts.</remarks>
internal static class OrganisationShapes
{
    internal static ElementType Root(Shapes shapes, CommonShapes common, Dictionary<string, ElementType> globals)
    {
        var narratives = shapes.Any("narrative", common.Narrative);
        var named = shapes.Some("narrative", common.Narrative);
        var country = shapes.Element("code!", narratives);
        var line = shapes.Element("ref", shapes.One("value", common.Money), named);

        ElementType Budget(string attributes, string lines, params Particle[] recipient) => shapes.At(
            Spot.YearPeriod, attributes,
            [.. recipient, shapes.One("period-start", common.PeriodStart), shapes.One("period-end", common.PeriodEnd), shapes.One("value", common.Money), shapes.Any(lines, line)]);

        globals["total-budget"] = Budget("status=@BudgetStatus", "budget-line");
        globals["recipient-org-budget"] = Budget("status=@BudgetStatus", "budget-line", shapes.One("recipient-org", shapes.Closed("ref", named)));
        globals["recipient-region-budget"] = Budget("status=@BudgetStatus", "budget-line", shapes.One("recipient-region", shapes.Element("vocabulary vocabulary-uri=Uri code", narratives)));
        globals["recipient-country-budget"] = Budget("status=@BudgetStatus", "budget-line", shapes.One("recipient-country", country));
        globals["total-expenditure"] = Budget("", "expense-line");
        globals["name"] = common.Named;
        var document = shapes.Element(CommonShapes.DocumentAttributes, [.. common.DocumentChildren, shapes.Others, shapes.Any("recipient-country", country)]);
        string[] many = ["total-budget", "recipient-org-budget", "recipient-region-budget", "recipient-country-budget", "total-expenditure"];
        var organisation = shapes.At(
            Spot.Organisation, "last-updated-datetime=DateTime xml:lang=Language default-currency",
            [
                // The schema gives it no type, so anything may stand in it.
                shapes.One("organisation-identifier", new ElementType(ContentKind.Extension, ValueKind.Text, [], [], isOpen: true, Spot.Identifier)),
                shapes.One("name", common.Named),
                shapes.One("reporting-org", common.ReportingOrganisation),
                .. many.Select(name => shapes.Any(name, globals[name])),
                shapes.Any("document-link", document),
            ]);
        globals["iati-organisation"] = organisation;
        return globals["iati-organisations"] = shapes.At(Spot.Root, "version! generated-datetime=DateTime", shapes.Some("iati-organisation", organisation));
    }
}
