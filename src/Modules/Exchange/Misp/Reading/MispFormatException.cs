namespace Noroshi.Exchange.Misp;

/// <summary>An input is not MISP's core format: where, what is wrong, what to do.</summary>
/// <param name="pointer">Where (RFC 6901); empty for the whole.</param>
/// <param name="problem">What is wrong and what to do.</param>
/// <param name="inner">What it came from.</param>
internal sealed class MispFormatException(string pointer, string problem, Exception? inner = null) : Exception($"{(pointer.Length == 0 ? "/" : pointer)}: {problem}", inner)
{
    /// <summary>Where (RFC 6901).</summary>
    public string Pointer { get; } = pointer;
}
