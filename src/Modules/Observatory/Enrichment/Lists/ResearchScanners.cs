using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Networks that scan for research, by name, so that they can be told apart from attacks. Kept by the operator.</summary>
internal sealed class ResearchScanners
{
    /// <summary>The header of a list file.</summary>
    public const string Header = "name,prefix,source,as_of,confidence";

    private readonly RangeTable table;
    private readonly ResearchScanner[] entries;

    private ResearchScanners(RangeTable table, ResearchScanner[] entries)
    {
        this.table = table;
        this.entries = entries;
    }

    /// <summary>A list that names nobody.</summary>
    public static ResearchScanners None { get; } = new(RangeTable.Empty, []);

    /// <summary>All entries, in the file's order.</summary>
    public IReadOnlyList<ResearchScanner> All => entries;

    /// <summary>Reads a list file, UTF-8, with the header <see cref="Header"/>.</summary>
    /// <exception cref="EnrichmentFileException">Malformed: row, column and what to do.</exception>
    public static ResearchScanners Load(string path)
    {
        using var text = StrictCsv.Open(path);
        return Read(text, path);
    }

    /// <summary>As <see cref="Load"/>, from text; <paramref name="name"/> is used in messages.</summary>
    public static ResearchScanners Read(TextReader text, string name)
    {
        var entries = new List<ResearchScanner>();
        var seen = new HashSet<Prefix>();
        foreach (var row in StrictCsv.Read(text, name, Header))
        {
            var prefix = row.Prefix("prefix");
            if (!seen.Add(prefix)) throw row.Wrong("prefix", "NamedTwice", row["prefix"]);
            if (!DateOnly.TryParseExact(row["as_of"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asOf))
            {
                throw row.Wrong("as_of", "NotDate", StrictCsv.Shown(row["as_of"]));
            }

            if (row["confidence"] is not ("A" or "B" or "C" or "D")) throw row.Wrong("confidence", "NotConfidence");
            entries.Add(new ResearchScanner(
                row.Text("name"), prefix, new Provenance(row.Text("source"), asOf, Enum.Parse<Confidence>(row["confidence"]))));
        }

        var ranges = entries.Select((entry, i) => new AddressRange(AddressValue.Of(entry.Prefix.First), AddressValue.Of(entry.Prefix.Last), (ulong)i + 1));
        return new ResearchScanners(RangeTable.FromRanges([.. ranges]), [.. entries]);
    }

    /// <summary>True for an address on the list. Allocates nothing.</summary>
    public bool Contains(NetworkAddress address) => entries.Length != 0 && table.Find(address) != 0;

    /// <summary>Who an address on the list belongs to, or null.</summary>
    public ResearchScanner? Find(NetworkAddress address) => table.Find(address) is var at and not 0 ? entries[at - 1] : null;
}
