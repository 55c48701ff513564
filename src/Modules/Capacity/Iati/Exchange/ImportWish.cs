using Noroshi.Kernel;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>What a person asked of an import.</summary>
/// <param name="Only">Identifiers; null chooses all.</param>
/// <param name="Source">Who says what the files say; null takes the reporting organisation of each activity.</param>
/// <param name="Replace">Blocks that may be taken though another source gave them.</param>
/// <param name="Apply">False shows what would change.</param>
/// <param name="Confidence">How far the source may be relied on.</param>
internal sealed record ImportWish(IReadOnlySet<string>? Only, string? Source, IReadOnlyList<string> Replace, bool Apply, Confidence Confidence = Confidence.B);
