using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>One row of a strict CSV file; each question about a field names row and column when the answer is no.</summary>
internal sealed class CsvRow(string file, int line, string[] columns, string[] fields)
{
    public string this[string column] => fields[Array.IndexOf(columns, column)];

    /// <summary>An error about one field: what is wrong and what to do, by the key of <see cref="FileWords"/>.</summary>
    public EnrichmentFileException Wrong(string column, string key, params ReadOnlySpan<object?> about) => Refuse(column, FileWords.Say(key, about));

    public Prefix Prefix(string column) =>
        Enrichment.Prefix.TryParse(this[column], out var prefix, out var problem) ? prefix : throw Refuse(column, StrictCsv.Shown(problem));

    public CountryCode Country(string column) =>
        CountryCode.TryParse(this[column], out var country) ? country : throw Wrong(column, "NotCountry", StrictCsv.Shown(this[column]));

    /// <summary>A whole number within limits, both inclusive.</summary>
    public uint Number(string column, uint least, uint most) =>
        uint.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(column, "NotNumber", StrictCsv.Shown(this[column]), least, most);

    /// <summary>Text that says something.</summary>
    public string Text(string column) =>
        string.IsNullOrWhiteSpace(this[column]) ? throw Wrong(column, "EmptyCell") : this[column].Trim();

    private EnrichmentFileException Refuse(string column, string problem) => new(FileWords.Say("Cell", file, line, column, problem));
}
