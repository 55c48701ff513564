namespace Noroshi.Observatory.Features;

/// <summary>How often a reason was met over all files, and where first.</summary>
internal sealed class ReasonCount
{
    public long Count { get; set; }

    public required string First { get; init; }
}
