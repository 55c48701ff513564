namespace Noroshi.Shell.ReferenceData;

/// <summary>What one column may hold.</summary>
internal sealed record ColumnSchema
{
    public required string Name { get; init; }

    /// <summary>One sentence on what the value means.</summary>
    public required string About { get; init; }

    public ColumnType Type { get; init; }

    /// <summary>True when an empty cell is an error. Otherwise empty means "not known" or "does not apply".</summary>
    public bool Required { get; init; }

    /// <summary>True when no other row may hold the same value.</summary>
    public bool Unique { get; init; }

    /// <summary>The only values allowed.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>Regular expression for the whole value, or for each item of a list.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>table.column</c> in one of which the value (or each item of a list) must exist.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>Values allowed besides those that <see cref="References"/> name.</summary>
    public IReadOnlyList<string>? Also { get; init; }

    /// <summary>Date column of the same row that must not be later than this one.</summary>
    public string? NotBefore { get; init; }

    /// <summary>Date column of the same row whose weekday (Mon to Sun) stands here.</summary>
    public string? WeekdayOf { get; init; }

    /// <summary>Rows of another table that this number must count.</summary>
    public RowCount? Counts { get; init; }
}
