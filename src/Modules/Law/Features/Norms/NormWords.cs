using System.Text.Json;
using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>The words that addresses, verbs and JSON use for levels and kinds of evidence: <c>partly-in-place</c>, <c>meeting</c>.</summary>
internal static class NormWords
{
    internal static readonly IReadOnlyList<string> Levels = [.. Enum.GetValues<NormLevel>().Select(Of)];

    internal static readonly IReadOnlyList<string> Kinds = [.. Enum.GetValues<EvidenceKind>().Select(Of)];

    internal static string Of(NormLevel level) => JsonNamingPolicy.KebabCaseLower.ConvertName(level.ToString());

    internal static string Of(EvidenceKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>Null for any other word.</summary>
    internal static NormLevel? LevelOf(string? word) => Levels.Contains(word) ? Enum.GetValues<NormLevel>().Single(level => Of(level) == word) : null;

    /// <inheritdoc cref="LevelOf"/>
    internal static EvidenceKind? KindOf(string? word) => Kinds.Contains(word) ? Enum.GetValues<EvidenceKind>().Single(kind => Of(kind) == word) : null;
}
