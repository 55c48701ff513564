namespace Noroshi.Storage;

/// <summary>Said to the operator instead of a stack trace: what is wrong, where, and what to do about it.</summary>
/// <remarks>The command line prints the message and ends with <see cref="ExitCode"/>; nothing else is shown.</remarks>
public class RefusalException(string message, int exitCode = RefusalException.Environment, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Exit code: the command was understood but what it was given is wrong (unknown module, bad file).</summary>
    public const int Input = 2;

    /// <summary>Exit code: the machine does not allow it now (port in use, read-only folder, folder in use, disk full).</summary>
    public const int Environment = 3;

    /// <summary>What the process ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
