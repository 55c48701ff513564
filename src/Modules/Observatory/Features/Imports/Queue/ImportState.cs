namespace Noroshi.Observatory.Features;

/// <summary>Where an import stands; the words are kept in records.</summary>
internal static class ImportState
{
    internal const string Queued = "queued";
    internal const string Running = "running";
    internal const string Done = "done";
    internal const string Failed = "failed";
    internal const string Cancelled = "cancelled";

    internal static IReadOnlyList<string> All { get; } = [Queued, Running, Done, Failed, Cancelled];

    internal static bool IsOver(string state) => state is Done or Failed or Cancelled;
}
