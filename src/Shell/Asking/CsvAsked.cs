namespace Noroshi.Shell.Asking;

/// <summary>Reads <c>format</c>: JSON where nothing is asked, a file for <c>csv</c>.</summary>
public static class CsvAsked
{
    /// <summary>True for a file.</summary>
    /// <exception cref="WrongAskException">Neither of the two.</exception>
    public static bool Is(string? format) => format switch
    {
        null or "" or "json" => false,
        "csv" => true,
        _ => throw new WrongAskException("format", $"'{WrongAskException.Cut(format)}' is not a format.", "Use json or csv."),
    };
}
