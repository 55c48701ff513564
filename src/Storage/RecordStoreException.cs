namespace Noroshi.Storage;

/// <summary>The records could not be opened, read or written; the message says what, where and what to do.</summary>
public sealed class RecordStoreException : Exception
{
    public RecordStoreException(string message)
        : base(message)
    {
    }

    public RecordStoreException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public RecordStoreException()
    {
    }
}
