namespace Noroshi.Capacity.Iati.Standard;

/// <summary>The IATI standard 2.03 as tables: which element may hold what.</summary>
/// <remarks>The facts come from the published schemas of release 2.03 (2018-02-19); what is meant is in the reference page <c>iati</c>.</remarks>
internal sealed class Iati203
{
    private Iati203()
    {
        var shapes = new Shapes(Names);
        var common = new CommonShapes(shapes);
        var (activities, organisations) = (Globals(common), Globals(common));
        Activities = ActivityShapes.Root(shapes, common, activities);
        Organisations = OrganisationShapes.Root(shapes, common, organisations);
        (CurrencyAttribute, ValueDateAttribute, LanguageAttribute) = (Names.Add("currency"), Names.Add("value-date"), Names.Add("xml:lang"));
        foreach (var name in activities.Keys.Concat(organisations.Keys)) Names.Add(name);
        (ActivityGlobals, OrganisationGlobals) = (Lay(activities), Lay(organisations));
        Activities.Settle(Names.Count);
        Organisations.Settle(Names.Count);
        foreach (var type in ActivityGlobals.Concat(OrganisationGlobals)) type?.Settle(Names.Count);
    }

    /// <summary>The tables.</summary>
    internal static Iati203 Tables { get; } = new();

    /// <summary>Every name of the standard.</summary>
    internal NameTable Names { get; } = new();

    /// <summary><c>iati-activities</c>.</summary>
    internal ElementType Activities { get; }

    /// <summary><c>iati-organisations</c>.</summary>
    internal ElementType Organisations { get; }

    /// <summary>Elements that are judged also within an extension, by name, in files about organisations.</summary>
    internal ElementType?[] OrganisationGlobals { get; }

    /// <summary>The same in files about activities.</summary>
    internal ElementType?[] ActivityGlobals { get; }

    /// <summary>Number of <c>currency</c>, which is judged also within an extension.</summary>
    internal int CurrencyAttribute { get; }

    /// <summary>Number of <c>value-date</c>, which is judged also within an extension.</summary>
    internal int ValueDateAttribute { get; }

    /// <summary>Number of <c>xml:lang</c>.</summary>
    internal int LanguageAttribute { get; }

    /// <summary>What an extension holds: anything.</summary>
    internal ElementType Extension { get; } = new(ContentKind.Extension, ValueKind.Text, [], [], isOpen: true, Spot.None);

    /// <summary>What is not judged, because its place is wrong already.</summary>
    internal ElementType Skipped { get; } = new(ContentKind.Skipped, ValueKind.Text, [], [], isOpen: true, Spot.None);

    private static Dictionary<string, ElementType> Globals(CommonShapes common) => new(StringComparer.Ordinal)
    {
        ["narrative"] = common.Narrative,
        ["title"] = common.Named,
        ["description"] = common.Named,
        ["comment"] = common.Named,
        ["reporting-org"] = common.ReportingOrganisation,
    };

    private ElementType?[] Lay(Dictionary<string, ElementType> globals)
    {
        var laid = new ElementType?[Names.Count];
        foreach (var (name, type) in globals) laid[Names.Add(name)] = type;
        return laid;
    }
}
