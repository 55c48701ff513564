namespace Noroshi.Contacts.Formats;

/// <summary>The forms of files that are read and written.</summary>
internal static class ContactFormats
{
    internal const int MostEntries = 5_000;

    internal static readonly IReadOnlyList<IContactFormat> All = [new CsvContacts(), new JsonContacts(), new VCardContacts(), new Rfc2350Contacts(), new SecurityTxtContacts()];

    internal static IContactFormat? Find(string? word) => All.FirstOrDefault(format => format.Word.Equals(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The form of a file by what stands in it, else by its name; null where neither tells.</summary>
    internal static IContactFormat? Guess(string fileName, string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4_096)).TrimStart("\ufeff \t\r\n");
        if (start.StartsWith("{", StringComparison.Ordinal)) return Find("json");
        if (start.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase)) return Find("vcard");
        if (start.Contains("Expires:", StringComparison.OrdinalIgnoreCase) && start.Contains("Contact:", StringComparison.OrdinalIgnoreCase)) return Find("security-txt");
        if (start.StartsWith("id,state,", StringComparison.OrdinalIgnoreCase)) return Find("csv");
        return Path.GetFileName(fileName).ToLowerInvariant() switch
        {
            "security.txt" => Find("security-txt"),
            var name when name.EndsWith(".csv", StringComparison.Ordinal) => Find("csv"),
            var name when name.EndsWith(".json", StringComparison.Ordinal) => Find("json"),
            var name when name.EndsWith(".vcf", StringComparison.Ordinal) => Find("vcard"),
            var name when name.EndsWith(".txt", StringComparison.Ordinal) => Find("rfc2350"),
            _ => null,
        };
    }
}
