namespace Noroshi.Federation;

/// <summary>Something signed or encrypted cannot be believed or opened; the message says why and holds no secret.</summary>
internal sealed class SealException : Exception
{
    public SealException(string message)
        : base(message)
    {
    }

    public SealException()
    {
    }

    public SealException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
