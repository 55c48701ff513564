namespace Noroshi.Federation;

/// <summary>Another node cannot be reached, or what answers is not it. Tried again later.</summary>
internal sealed class PeerUnreachableException : Exception
{
    public PeerUnreachableException(string message)
        : base(message)
    {
    }

    public PeerUnreachableException()
    {
    }

    public PeerUnreachableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
