using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>What a reader found: every record is either an event, skipped (not of interest) or rejected (bad), and counted.</summary>
internal sealed record ReadReport
{
    /// <summary>One of <see cref="InputFormats.All"/>.</summary>
    public required string Format { get; init; }

    /// <summary>Records read; packets that are not IP are records, but no event is made of them.</summary>
    public required long Events { get; init; }

    public required UnitCounts Units { get; init; }

    public required DateTimeOffset? From { get; init; }

    public required DateTimeOffset? To { get; init; }

    /// <summary>Bad records by reason.</summary>
    public required IReadOnlyDictionary<string, long> Rejected { get; init; }

    /// <summary>Where each reason was met first, for example <c>line 12</c> or <c>byte 4096</c>.</summary>
    public required IReadOnlyDictionary<string, string> FirstRejected { get; init; }

    /// <summary>Good records of a kind that is not read, by kind.</summary>
    public required IReadOnlyDictionary<string, long> Skipped { get; init; }

    /// <summary>Texts that <see cref="ObservedEvent.Tag"/> points into; the first is empty.</summary>
    public required IReadOnlyList<string> Tags { get; init; }
}
