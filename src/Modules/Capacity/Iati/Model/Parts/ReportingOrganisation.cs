namespace Noroshi.Capacity.Iati.Model;

/// <summary>Who publishes the activity.</summary>
internal sealed record ReportingOrganisation(string Ref, string Type, string? SecondaryReporter, Narratives Names)
{
    internal static ReportingOrganisation Of(IatiElement element) => new(element["ref"]!, element["type"]!, element["secondary-reporter"], Narratives.Of(element));

    internal IatiElement ToElement() => IatiElement.Make("reporting-org", [("ref", Ref), ("type", Type), ("secondary-reporter", SecondaryReporter)], Names.Elements);
}
