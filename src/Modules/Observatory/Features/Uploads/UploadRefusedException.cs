namespace Noroshi.Observatory.Features;

/// <summary>An upload was not taken; nothing of it was kept. The message says why and what to do.</summary>
internal sealed class UploadRefusedException : Exception
{
    public UploadRefusedException(int status, string message)
        : base(message) => Status = status;

    public UploadRefusedException()
    {
    }

    public UploadRefusedException(string message)
        : base(message)
    {
    }

    public UploadRefusedException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>HTTP status that says it.</summary>
    public int Status { get; } = 400;
}
