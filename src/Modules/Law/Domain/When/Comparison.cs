namespace Noroshi.Law.Domain;

/// <summary>How a day or a state is compared.</summary>
internal enum Comparison
{
    /// <summary>Nothing is compared: a call.</summary>
    None,
    Equal,
    NotEqual,
    AtLeast,
    AtMost,
    Before,
    After,
}
