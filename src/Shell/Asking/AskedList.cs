namespace Noroshi.Shell.Asking;

/// <summary>Lists as people write them, on keyboards of either language: separated by commas, semicolons or spaces.</summary>
public static class AskedList
{
    /// <summary>The parts, trimmed; none where nothing is asked.</summary>
    public static string[] Of(string? list) =>
        (list ?? "").Split([',', ';', ' ', '、', '，', '；', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
