namespace Noroshi.Federation;

/// <summary>A message that can never be applied; it is set aside with this reason and blocks nothing.</summary>
public sealed class PoisonedMessageException : Exception
{
    public PoisonedMessageException(string reason)
        : base(reason)
    {
    }

    public PoisonedMessageException()
    {
    }

    public PoisonedMessageException(string reason, Exception inner)
        : base(reason, inner)
    {
    }
}
