namespace Noroshi.Observatory.Store;

/// <summary>The store cannot do what was asked: the message says what, where, and what to do; nothing committed was lost.</summary>
internal sealed class ObservationStoreException : IOException
{
    public ObservationStoreException()
    {
    }

    public ObservationStoreException(string message) : base(message)
    {
    }

    public ObservationStoreException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
