namespace Noroshi.Storage.Migrations;

/// <summary>The schema could not be brought up to date; nothing was changed. The message says what, where and what to do.</summary>
public sealed class MigrationException : Exception
{
    public MigrationException(string message)
        : base(message)
    {
    }

    public MigrationException(string message, Exception cause)
        : base(message, cause)
    {
    }

    public MigrationException()
    {
    }
}
