namespace Noroshi.Capacity.Iati.Standard;

/// <summary>The code lists that are checked: those whose codes were verified. Which are not is in the reference page <c>iati</c>.</summary>
/// <remarks>
/// Source: <c>data/capacity/iati-codelists.csv</c> where a list is whole there (IATI/IATI-Codelists@75e827b, IATI/IATI-Codelists-NonEmbedded@7aeece7);
/// ActivityScope, DisbursementChannel, IndicatorMeasure, OtherIdentifierType: the published lists, read in 2026-11. Withdrawn codes of FlowType are taken.
/// </remarks>
internal static class CodeLists
{
    internal static IReadOnlyDictionary<string, CodeList> All { get; } = new Dictionary<string, CodeList>(StringComparer.Ordinal)
    {
        ["ActivityDateType"] = new("ActivityDateType", "1 2 3 4"),
        ["ActivityScope"] = new("ActivityScope", "1 2 3 4 5 6 7 8"),
        ["ActivityStatus"] = new("ActivityStatus", "1 2 3 4 5 6"),
        ["BudgetStatus"] = new("BudgetStatus", "1 2"),
        ["BudgetType"] = new("BudgetType", "1 2"),
        ["CollaborationType"] = new("CollaborationType", "1 2 3 4 6 7 8"),
        ["DisbursementChannel"] = new("DisbursementChannel", "1 2 3 4"),
        ["FlowType"] = new("FlowType", "10 20 21 22 30 35 36 37 40 50"),
        ["IndicatorMeasure"] = new("IndicatorMeasure", "1 2 3 4 5"),
        ["OrganisationRole"] = new("OrganisationRole", "1 2 3 4"),
        ["OrganisationType"] = new("OrganisationType", "10 11 15 21 22 23 24 30 40 60 70 71 72 73 80 90"),
        ["OtherIdentifierType"] = new("OtherIdentifierType", "A1 A2 A3 A4 A9 B1 B9"),
        ["RelatedActivityType"] = new("RelatedActivityType", "1 2 3 4 5"),
        ["ResultType"] = new("ResultType", "1 2 3 9"),
        ["TiedStatus"] = new("TiedStatus", "3 4 5"),
        ["TransactionType"] = new("TransactionType", "1 2 3 4 5 6 7 8 9 10 11 12 13"),
    };
}
