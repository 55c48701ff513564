using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Shell.Ui;

/// <summary>Addresses of the style sheets, scripts and fonts beside the program.</summary>
/// <remarks>
/// All of them live below one prefix that is a digest of them all: relative references between them stay true,
/// browsers may keep them for ever, and a changed file is a changed address.
/// </remarks>
internal static class Asset
{
    private static readonly Lazy<string> Digest = new(static () => DigestOf(Folder!));

    /// <summary>Where the files are, wherever the program was started from.</summary>
    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The path prefix of every asset, without a slash at its end.</summary>
    internal static string Prefix => "/assets/" + Digest.Value;

    /// <summary>The address of one file, for example <c>css/main.css</c>.</summary>
    internal static string Url(string file) => $"{Prefix}/{file}";

    /// <summary>Twelve hexadecimal digits over names, lengths and (fonts apart, which are many and never edited) contents.</summary>
    internal static string DigestOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(folder, file)}\n{new FileInfo(file).Length}\n"));
            if (!file.EndsWith(".woff2", StringComparison.Ordinal)) hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}
