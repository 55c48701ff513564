namespace Noroshi.Shell.ReferenceData;

/// <summary>The form of a column's values.</summary>
internal enum ColumnType
{
    /// <summary>Anything printable on one line.</summary>
    Text,

    /// <summary>A whole number from 0.</summary>
    Integer,

    /// <summary>A day, <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A day, month or year: <c>1989-11-06</c>, <c>1989-11</c>, <c>1989</c>.</summary>
    PartialDate,

    /// <summary>A day, month or year, or a window of which only the ends are known: <c>2024-04-19/2024-04-30</c>.</summary>
    DateOrWindow,

    /// <summary>Items separated by semicolons, without spaces.</summary>
    List,
}
