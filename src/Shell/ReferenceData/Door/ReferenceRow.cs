using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>One row of a table that passed its check: an empty cell means "not known" or "does not apply".</summary>
public readonly record struct ReferenceRow
{
    private readonly TableFile _file;
    private readonly string[] _cells;

    internal ReferenceRow(TableFile file, string[] cells, int line) => (_file, _cells, Line) = (file, cells, line);

    /// <summary>Line in the file; the header is line 1.</summary>
    public int Line { get; }

    /// <summary>Path below the data folder.</summary>
    public string File => _file.File;

    /// <summary>The cell as it stands.</summary>
    public string this[string column] => _cells[_file.Schema.IndexOf(column)];

    /// <summary>Source, date and confidence of the row.</summary>
    public Provenance Provenance => new(this["source"], PartialDate.Parse(this["as_of"]), Enum.Parse<Confidence>(this["confidence"]));

    /// <summary>A date known to the day, month or year, or <c>null</c>.</summary>
    public PartialDate? PartialDay(string column) => this[column] is { Length: > 0 } cell ? PartialDate.Parse(cell) : null;

    /// <summary>A day, or <c>null</c>.</summary>
    public DateOnly? Day(string column) => PartialDay(column)?.First;

    /// <summary>A date or a window, or <c>null</c>.</summary>
    public EventDate? Event(string column) => this[column] is { Length: > 0 } cell ? EventDate.Parse(cell) : null;

    /// <summary>A whole number, or <c>null</c>.</summary>
    public int? Number(string column) => this[column] is { Length: > 0 } cell ? int.Parse(cell, CultureInfo.InvariantCulture) : null;

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<string> List(string column) => this[column].Length == 0 ? [] : this[column].Split(';');

    /// <summary>A country code; unknown where the cell is empty or holds another code.</summary>
    public CountryCode State(string column) => CountryCode.TryParse(this[column], out var code) ? code : CountryCode.Unknown;

    /// <summary>A finding about a cell of this row.</summary>
    public Finding Fault(string column, string reason, string what, string todo) => new(File, Line, column, reason, what, todo);
}
