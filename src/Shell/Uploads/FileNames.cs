namespace Noroshi.Shell.Uploads;

/// <summary>Names of uploaded files: shown to people, never used as a path.</summary>
public static class FileNames
{
    private const int Longest = 120;

    /// <summary>The last part of the name without control characters; <c>upload</c> where nothing is left.</summary>
    public static string Shown(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return "upload";
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)).Trim();
        if (clean.Length == 0) return "upload";
        return clean.Length <= Longest ? clean : clean[^Longest..];
    }
}
