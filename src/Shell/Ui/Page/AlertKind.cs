namespace Noroshi.Shell.Ui;

/// <summary>How urgent a message on a page is.</summary>
public enum AlertKind
{
    Information,
    Success,
    Warning,
    Error,
}
