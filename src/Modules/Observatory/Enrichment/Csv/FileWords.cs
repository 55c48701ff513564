using System.Globalization;
using System.Resources;

namespace Noroshi.Observatory.Enrichment;

/// <summary>What is wrong with a file kept by hand, in the language of whoever asked (FileWords.resx, FileWords.ja.resx).</summary>
internal sealed class FileWords
{
    private static readonly ResourceManager Words = new(typeof(FileWords));

    private FileWords()
    {
    }

    /// <summary>The words under the key, with what they speak of put in; numbers are written as they are in files.</summary>
    public static string Say(string key, params ReadOnlySpan<object?> about) =>
        string.Format(CultureInfo.InvariantCulture, Words.GetString(key, CultureInfo.CurrentUICulture) ?? key, about);
}
