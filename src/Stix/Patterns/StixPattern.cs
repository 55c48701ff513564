using System.Diagnostics.CodeAnalysis;

namespace Noroshi.Stix;

/// <summary>A pattern of the STIX patterning language (STIX 2.1, section 9), read and ready to be matched.</summary>
public sealed class StixPattern
{
    internal StixPattern(string text, ObservationNode root, IReadOnlySet<(string Type, string Property)> paths, string? impossible) =>
        (Text, Root, Paths, ImpossibleTimestamp) = (text, root, paths, impossible);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The types and first properties that the pattern names.</summary>
    public IReadOnlySet<(string Type, string Property)> Paths { get; }

    /// <summary>A well-formed timestamp in the pattern whose day does not exist, as the grammar allows; such a pattern cannot be matched.</summary>
    public string? ImpossibleTimestamp { get; }

    internal ObservationNode Root { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="PatternException">The text is none.</exception>
    public static StixPattern Parse(string text) => TryParse(text, out var pattern, out var error) ? pattern : throw new PatternException(error);

    /// <summary>Reads a pattern, or says why the text is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out StixPattern? pattern, [NotNullWhen(false)] out PatternError? error)
    {
        try
        {
            (pattern, error) = (new PatternParser(text).Parse(), null);
            return true;
        }
        catch (PatternException problem)
        {
            (pattern, error) = (null, problem.Error);
            return false;
        }
    }

    /// <summary>Reads a pattern to match with it: a qualifier that stands twice, which the language forbids, means what it says and is taken as such.</summary>
    /// <exception cref="PatternException">The text is none.</exception>
    public static StixPattern ParseLoosely(string text) => new PatternParser(text, loosely: true).Parse();

    /// <inheritdoc/>
    public override string ToString() => Text;
}
