namespace Noroshi.Kernel;

/// <summary>An answer that facts may leave open. Unknown is shown as unknown, never rounded to yes or no.</summary>
public enum Truth
{
    No,
    Unknown,
    Yes,
}
