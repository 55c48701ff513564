namespace Noroshi.Storage.Blobs;

/// <summary>The content is larger than what the caller allows; nothing was kept.</summary>
public sealed class BlobTooLargeException : Exception
{
    public BlobTooLargeException(long limit)
        : base(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The content is larger than the allowed {limit} bytes; nothing was kept. Send less, or raise the limit.")) => Limit = limit;

    public BlobTooLargeException()
    {
    }

    public BlobTooLargeException(string message)
        : base(message)
    {
    }

    public BlobTooLargeException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>The largest allowed size in bytes.</summary>
    public long Limit { get; }
}
