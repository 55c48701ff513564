namespace Noroshi.Shell.ReferenceData;

/// <summary>
/// The known-bad examples in <c>data/invalid</c>. A case is a folder <c>reason</c> or <c>reason--detail</c>; the check must find that reason
/// in it and nothing else, which keeps the checker itself honest.
/// </summary>
internal static class InvalidCases
{
    /// <summary>The case folders, in order.</summary>
    public static IEnumerable<string> In(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "invalid");
        return Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
    }

    /// <summary>The reason that the folder's name promises.</summary>
    public static string ReasonOf(string caseFolder) => Path.GetFileName(caseFolder).Split("--")[0];

    /// <summary>A finding for each case that does not fail for the reason in its name.</summary>
    public static IEnumerable<Finding> Check(string dataFolder, DataCheck clean, params IReadOnlyList<RoomRules> roomRules)
    {
        foreach (var folder in In(dataFolder))
        {
            var reason = ReasonOf(folder);
            var found = DataCheck.RunCase(dataFolder, folder, clean, roomRules).Findings;
            if (found.Count > 0 && found.All(finding => finding.Reason == reason)) continue;
            var what = found.Count == 0 ? "The example passes the check." : $"The example fails for: {string.Join(", ", found.Select(finding => finding.Reason).Distinct())}.";
            yield return new Finding(FactFolder.Relative(dataFolder, folder), 0, "", Reason.InvalidCase, what, $"Make it fail for '{reason}' alone, or name the folder after the reason.");
        }
    }
}
