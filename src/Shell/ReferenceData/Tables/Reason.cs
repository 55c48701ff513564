namespace Noroshi.Shell.ReferenceData;

/// <summary>The stable short names of the rules that reference data can break. Each has a known-bad example in <c>data/invalid</c>.</summary>
public static class Reason
{
    /// <summary>A table or the schema folder is not there.</summary>
    public const string MissingFile = "missing-file";

    /// <summary>A link, or larger than 16 MiB.</summary>
    public const string NotAPlainFile = "not-a-plain-file";

    /// <summary>A file that no schema covers.</summary>
    public const string NoSchema = "no-schema";

    /// <summary>A schema that cannot be used.</summary>
    public const string BadSchema = "bad-schema";

    /// <summary>A known-bad example that does not fail for its reason.</summary>
    public const string InvalidCase = "invalid-case";

    /// <summary>UTF-8 with a mark.</summary>
    public const string ByteOrderMark = "byte-order-mark";

    /// <summary>Another encoding.</summary>
    public const string NotUtf8 = "not-utf8";

    /// <summary>Quotation marks that do not pair, or a line break in a cell.</summary>
    public const string MalformedCsv = "malformed-csv";

    /// <summary>The header lacks a column.</summary>
    public const string MissingColumn = "missing-column";

    /// <summary>The header has a column too many.</summary>
    public const string ExtraColumn = "extra-column";

    /// <summary>The header has another order.</summary>
    public const string ColumnOrder = "column-order";

    /// <summary>A row with too few or too many cells.</summary>
    public const string CellCount = "cell-count";

    /// <summary>Readable, but not written in the one reviewable form.</summary>
    public const string NotCanonical = "not-canonical";

    /// <summary>An empty cell where something must stand.</summary>
    public const string MissingValue = "missing-value";

    /// <summary>Spaces around, control characters, not NFC, too long.</summary>
    public const string UntidyText = "untidy-text";

    /// <summary>Not a whole number.</summary>
    public const string NotANumber = "not-a-number";

    /// <summary>Not a date of the asked form, or no such day.</summary>
    public const string BadDate = "bad-date";

    /// <summary>Not one of the listed values.</summary>
    public const string NotListed = "not-listed";

    /// <summary>Not of the asked form.</summary>
    public const string BadPattern = "bad-pattern";

    /// <summary>An end before its beginning.</summary>
    public const string UntilBeforeSince = "until-before-since";

    /// <summary>The date falls on another weekday.</summary>
    public const string WrongWeekday = "wrong-weekday";

    /// <summary>Two rows with the same key.</summary>
    public const string DuplicateKey = "duplicate-key";

    /// <summary>A value that must be unique stands twice.</summary>
    public const string DuplicateValue = "duplicate-value";

    /// <summary>Rows out of order.</summary>
    public const string Unsorted = "unsorted";

    /// <summary>A row in another one's file.</summary>
    public const string WrongFile = "wrong-file";

    /// <summary>A code that its table does not have.</summary>
    public const string UnknownReference = "unknown-reference";

    /// <summary>A number that the rows do not add up to.</summary>
    public const string WrongCount = "wrong-count";

    /// <summary>An entry into force that does not follow from the deposit.</summary>
    public const string WrongEntryIntoForce = "wrong-entry-into-force";

    /// <summary>An instrument, measure or set that no table has, in a place where families and sets may stand.</summary>
    public const string UnknownTerm = "unknown-term";

    /// <summary>A condition that cannot be read.</summary>
    public const string WrongCondition = "wrong-condition";

    /// <summary>A rule of a kind, or with a value, that cannot be used.</summary>
    public const string WrongRule = "wrong-rule";
}
