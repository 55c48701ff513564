namespace Noroshi.Shell.Uploads;

/// <summary>An upload was not taken; nothing of it was kept. The message says why and what to do.</summary>
public sealed class UploadRefusedException : Exception
{
    /// <summary>Says why.</summary>
    public UploadRefusedException(int status, string message)
        : base(message) => Status = status;

    /// <summary>Says why.</summary>
    public UploadRefusedException()
    {
    }

    /// <summary>Says why.</summary>
    public UploadRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Says why.</summary>
    public UploadRefusedException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>HTTP status that says it.</summary>
    public int Status { get; } = 400;
}
