using Noroshi.Kernel;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>A batch that is to be taken over.</summary>
/// <param name="Files">The activities, as files of the standard.</param>
/// <param name="Source">Who says it; null takes the reporting organisation of each activity.</param>
/// <param name="Replace">Blocks that may be taken though another source gave them.</param>
/// <param name="Apply">False shows what would change.</param>
/// <param name="Confidence">How far the source may be relied on.</param>
internal sealed record ImportRequest(IReadOnlyList<ImportRequest.File> Files, string? Source, IReadOnlyList<string> Replace, bool Apply, Confidence Confidence = Confidence.B)
{
    /// <summary>A file. It is handed over by its place, because requests are small and files are not; whoever may ask is the user that the node runs as.</summary>
    /// <param name="Name">Name of the file it was chosen from, which is kept beside what comes from it.</param>
    /// <param name="Path">Where the chosen activities lie.</param>
    internal sealed record File(string Name, string Path);
}
