namespace Noroshi.Shell.Access.Ui;

/// <summary>Where to go after signing in: only within this node, whatever the address asked for.</summary>
internal static class LocalPath
{
    public static string Or(string? asked, string otherwise) =>
        asked is ['/', ..] && !asked.StartsWith("//", StringComparison.Ordinal) && !asked.StartsWith("/\\", StringComparison.Ordinal) && !asked.Any(char.IsControl)
            ? asked
            : otherwise;
}
