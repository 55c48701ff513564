namespace Noroshi.Observatory.Reading;

/// <summary>How to read an input; everything left out is found by looking at the content.</summary>
internal sealed record ReadOptions
{
    /// <summary>One of <see cref="InputFormats.All"/>; null detects.</summary>
    public string? Format { get; init; }

    /// <summary>Says what the columns of a CSV file mean; null goes by the header line.</summary>
    public MappingFile? Mapping { get; init; }

    /// <summary>Told the bytes taken from the input so far (compressed bytes where the input is compressed).</summary>
    public IProgress<long>? BytesRead { get; init; }

    /// <summary>Where texts of alerts and reports are numbered; give one to see them while the input is still being read.</summary>
    public TagTable? Tags { get; init; }
}
