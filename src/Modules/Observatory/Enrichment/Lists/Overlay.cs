using System.Security.Cryptography;
using System.Text;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Gives reserved ranges to states and private-use AS numbers for an exercise. It can never change what is said of a real address.</summary>
internal sealed class Overlay
{
    /// <summary>The header of an overlay file; the last column has to say EXERCISE on every row.</summary>
    public const string Header = "prefix,country,asn,as_name,marking";

    private readonly RangeTable table;
    private readonly Dictionary<uint, string> names;

    private Overlay(RangeTable table, Dictionary<uint, string> names, string version)
    {
        this.table = table;
        this.names = names;
        Version = version;
    }

    /// <summary>Digest of what the overlay says, so that another overlay is another version.</summary>
    public string Version { get; }

    /// <summary>Reads an overlay file, UTF-8, with the header <see cref="Header"/>.</summary>
    /// <exception cref="EnrichmentFileException">Malformed, or touches a real address or AS number.</exception>
    public static Overlay Load(string path)
    {
        using var text = StrictCsv.Open(path);
        return Read(text, path);
    }

    /// <summary>As <see cref="Load"/>, from text; <paramref name="name"/> is used in messages.</summary>
    public static Overlay Read(TextReader text, string name)
    {
        var ranges = new List<AddressRange>();
        var names = new Dictionary<uint, string>();
        var seen = new HashSet<Prefix>();
        var said = new StringBuilder();
        foreach (var row in StrictCsv.Read(text, name, Header))
        {
            var prefix = row.Prefix("prefix");
            if (!ReservedRanges.Contains(prefix)) throw row.Wrong("prefix", "OutsideReserved", row["prefix"], ReservedRanges.Addresses);
            if (!seen.Add(prefix)) throw row.Wrong("prefix", "NamedTwice", row["prefix"]);
            var country = row.Country("country");
            var asn = row.Number("asn", 1, uint.MaxValue);
            if (!ReservedRanges.IsPrivateUse(asn)) throw row.Wrong("asn", "NotPrivateUse", asn, ReservedRanges.AsNumbers);
            if (row["marking"] != "EXERCISE") throw row.Wrong("marking", "NotExercise");
            var asName = row.Text("as_name");
            if (!names.TryAdd(asn, asName) && names[asn] != asName) throw row.Wrong("as_name", "AsNameDiffers", asn, names[asn]);
            ranges.Add(new AddressRange(AddressValue.Of(prefix.First), AddressValue.Of(prefix.Last), GeoData.Value(country.Packed, asn)));
            said.Append(row["prefix"]).Append(',').Append(country).Append(',').Append(asn).Append(',').Append(asName).Append('\n');
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(said.ToString()));
        return new Overlay(RangeTable.FromRanges(ranges), names, Convert.ToHexStringLower(digest.AsSpan(0, 4)));
    }

    /// <summary>What the exercise says of a reserved address.</summary>
    public Place Find(NetworkAddress address)
    {
        var value = table.Find(address);
        return new Place(CountryCode.FromPacked((ushort)(value >> 32)), (uint)value);
    }

    /// <summary>Name of a private-use AS number of the exercise, or null.</summary>
    public string? NameOf(uint asn) => names.GetValueOrDefault(asn);
}
