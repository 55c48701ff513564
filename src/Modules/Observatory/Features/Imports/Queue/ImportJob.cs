namespace Noroshi.Observatory.Features;

/// <summary>An upload on its way into the store, or one that has arrived. Survives a restart.</summary>
internal sealed record ImportJob
{
    /// <summary>Who sent what did not come over HTTP.</summary>
    internal const string FromCommandLine = "command-line";

    public string Id { get; init; } = "";

    public string Sensor { get; init; } = "";

    /// <summary>The name it was uploaded under, for people only.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The format asked for, then the one found.</summary>
    public string? Format { get; init; }

    /// <summary>One of <see cref="ImportState.All"/>.</summary>
    public string State { get; init; } = "";

    /// <summary>Id of the person or token that sent it.</summary>
    public string SubmittedBy { get; init; } = "";

    public string SubmittedName { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public long Attempts { get; init; }

    public long SizeBytes { get; init; }

    public long ReadBytes { get; init; }

    public long Imported { get; init; }

    public long Duplicates { get; init; }

    public long Rejected { get; init; }

    /// <summary>What the reader found, as JSON of <see cref="ImportReport"/>; null until then.</summary>
    public string? Report { get; init; }

    /// <summary>Why it failed and what to do.</summary>
    public string? Error { get; init; }

    /// <summary>How much of the content was read, 0 to 1.</summary>
    internal double Progress => State == ImportState.Done ? 1 : SizeBytes > 0 ? Math.Clamp((double)ReadBytes / SizeBytes, 0, 1) : 0;
}
