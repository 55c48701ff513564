namespace Noroshi.Exchange.Taxii;

/// <summary>A server of others did not do what was asked; the message says what it said.</summary>
/// <param name="message">What happened, and what to do.</param>
/// <param name="status">Its HTTP status; 0 where it was not reached.</param>
/// <param name="inner">Why.</param>
internal sealed class RemoteException(string message, int status, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Its HTTP status; 0 where it was not reached.</summary>
    public int Status { get; } = status;

    /// <summary>What it answered was larger than is taken; ask for less.</summary>
    public bool IsTooLarge { get; init; }
}
