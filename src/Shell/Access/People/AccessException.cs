namespace Noroshi.Shell.Access;

/// <summary>A change to people, organisations, rules or tokens that was refused; <see cref="Reason"/> names the text to show.</summary>
public sealed class AccessException : Exception
{
    public AccessException(string reason, string message)
        : base(message) => Reason = reason;

    public AccessException()
    {
    }

    public AccessException(string message)
        : base(message)
    {
    }

    public AccessException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>A stable key such as <c>NameTaken</c>; pages show the text of that name.</summary>
    public string Reason { get; } = "Unknown";
}
