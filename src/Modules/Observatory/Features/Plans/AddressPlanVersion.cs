namespace Noroshi.Observatory.Features;

/// <summary>An address plan as it was uploaded; the latest is in force.</summary>
internal sealed record AddressPlanVersion
{
    public long Version { get; init; }

    public string FileName { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public long Organisations { get; init; }

    public string UploadedBy { get; init; } = "";

    public string UploadedName { get; init; } = "";

    public DateTimeOffset UploadedAt { get; init; }
}
