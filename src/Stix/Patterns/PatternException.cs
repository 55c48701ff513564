namespace Noroshi.Stix;

/// <summary>A pattern that cannot be used: it is none, or matching it would go beyond a limit.</summary>
public sealed class PatternException(PatternError error) : Exception(error.Message)
{
    /// <summary>Where and why.</summary>
    public PatternError Error { get; } = error;
}
