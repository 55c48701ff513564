using System.Collections.Frozen;

namespace Noroshi.Stix;

/// <summary>The types that a reference may point to: names, and whole categories with what is custom.</summary>
internal sealed class ReferenceTargets(string text)
{
    private readonly FrozenSet<string> _types = text.Split('|').Where(word => word[0] != '@').ToFrozenSet(StringComparer.Ordinal);
    private readonly bool _domain = text.Contains("@sdo", StringComparison.Ordinal);
    private readonly bool _observables = text.Contains("@sco", StringComparison.Ordinal);
    private readonly bool _relationships = text.Contains("@sro", StringComparison.Ordinal);

    public string Text { get; } = text.Replace("@sdo", "a domain object", StringComparison.Ordinal).Replace("@sco", "a cyber-observable", StringComparison.Ordinal)
        .Replace("@sro", "a relationship object", StringComparison.Ordinal).Replace("|", ", ", StringComparison.Ordinal);

    public bool Allow(ReadOnlySpan<char> type) => StixTypes.CategoryOf(type) switch
    {
        StixCategory.DomainObject when _domain => true,
        StixCategory.CyberObservable when _observables => true,
        StixCategory.RelationshipObject when _relationships => true,
        StixCategory.Custom => _domain || _observables || _relationships,
        _ => _types.GetAlternateLookup<ReadOnlySpan<char>>().Contains(type),
    };
}
