namespace Noroshi.Observatory.Reading;

/// <summary>How a CSV file writes times.</summary>
internal enum CsvTimeFormat
{
    /// <summary>ISO 8601, or a count since 1970 whose unit follows from its size.</summary>
    Auto,
    Iso8601,
    EpochSeconds,
    EpochMillis,
    EpochMicros,
    EpochNanos,
}
