using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Which organisation, sector and kind an own address belongs to: the longest matching prefix answers. Immutable.</summary>
internal sealed class AddressPlan
{
    /// <summary>The header of an address plan file.</summary>
    public const string Header = "prefix,organisation_id,organisation_en,organisation_ja,sector,kind,country";

    private readonly RangeTable table;
    private readonly TargetPlace[] places;

    private AddressPlan(RangeTable table, TargetPlace[] places, IReadOnlyDictionary<ushort, PlanOrganisation> organisations, int prefixes)
    {
        this.table = table;
        this.places = places;
        Organisations = organisations;
        PrefixCount = prefixes;
    }

    /// <summary>A plan that names nothing.</summary>
    public static AddressPlan Empty { get; } = new(RangeTable.Empty, [default], new Dictionary<ushort, PlanOrganisation>(), 0);

    /// <summary>Organisations by number.</summary>
    public IReadOnlyDictionary<ushort, PlanOrganisation> Organisations { get; }

    /// <summary>How many prefixes the plan names.</summary>
    public int PrefixCount { get; }

    /// <summary>Reads a plan file, UTF-8, with the header <see cref="Header"/>.</summary>
    /// <exception cref="EnrichmentFileException">Malformed: row, column and what to do.</exception>
    public static AddressPlan Load(string path)
    {
        using var text = StrictCsv.Open(path);
        return Read(text, path);
    }

    /// <summary>As <see cref="Load"/>, from text; <paramref name="name"/> is used in messages.</summary>
    public static AddressPlan Read(TextReader text, string name)
    {
        var organisations = new Dictionary<ushort, PlanOrganisation>();
        var seen = new HashSet<Prefix>();
        var ranges = new List<AddressRange>();
        var places = new List<TargetPlace> { default };
        foreach (var row in StrictCsv.Read(text, name, Header))
        {
            var prefix = row.Prefix("prefix");
            if (!seen.Add(prefix)) throw row.Wrong("prefix", "NamedTwice", row["prefix"]);
            var organisation = ReadOrganisation(row);
            if (!organisations.TryAdd(organisation.Id, organisation) && organisations[organisation.Id] != organisation)
            {
                throw row.Wrong("organisation_id", "DescribedDifferently", organisation.Id);
            }

            places.Add(new TargetPlace(organisation.Id, organisation.Sector, organisation.Kind, organisation.Country));
            ranges.Add(new AddressRange(AddressValue.Of(prefix.First), AddressValue.Of(prefix.Last), (ulong)places.Count - 1));
        }

        return new AddressPlan(RangeTable.FromRanges(ranges), [.. places], organisations, seen.Count);
    }

    /// <summary>Who the address belongs to; false outside the plan. Allocates nothing.</summary>
    public bool TryFind(NetworkAddress address, out TargetPlace place)
    {
        var at = table.Find(address);
        place = places[at];
        return at != 0;
    }

    private static PlanOrganisation ReadOrganisation(CsvRow row)
    {
        var kind = row["kind"] switch
        {
            "government" => TargetKind.Government,
            "private" => TargetKind.Private,
            var other => throw row.Wrong("kind", "NotKind", StrictCsv.Shown(other)),
        };
        var sector = Sectors.Find(row["sector"])
            ?? throw row.Wrong("sector", "NotSector", StrictCsv.Shown(row["sector"]), string.Join(", ", Sectors.All.Select(known => known.Key)));
        return new PlanOrganisation(
            (ushort)row.Number("organisation_id", 1, ushort.MaxValue), row.Text("organisation_en"), row.Text("organisation_ja"), sector.Id, kind, row.Country("country"));
    }
}
