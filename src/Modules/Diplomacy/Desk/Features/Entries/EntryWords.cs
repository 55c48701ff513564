using Noroshi.Diplomacy.Desk.Domain;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>The words that addresses, forms and JSON use for kinds of entries, consensus and status: lower case.</summary>
internal static class EntryWords
{
    internal static readonly IReadOnlyList<string> Kinds = Words<EntryKind>();

    internal static readonly IReadOnlyList<string> Consensuses = Words<Consensus>();

    internal static readonly IReadOnlyList<string> Statuses = Words<CommitmentStatus>();

    internal static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    /// <summary>Null for any other word.</summary>
    internal static T? Read<T>(string? word)
        where T : struct, Enum => Words<T>().Contains(word) ? Enum.Parse<T>(word!, ignoreCase: true) : null;

    private static IReadOnlyList<string> Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
