using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Noroshi.Contacts.Hotline;

/// <summary>A file that goes with a message.</summary>
/// <param name="Name">Its name; never a path.</param>
/// <param name="Type">Media type as the sender says.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Digest of the content in lower-case hexadecimal digits.</param>
/// <param name="Content">The bytes; empty where only the facts are at hand.</param>
internal sealed partial record AttachedFile(string Name, string Type, long Size, string Sha256, ReadOnlyMemory<byte> Content)
{
    internal const string PlainBytes = "application/octet-stream";

    /// <summary>A file of this side: size and digest are computed, an odd type becomes plain bytes.</summary>
    /// <exception cref="WrongContentException">The name cannot stand.</exception>
    internal static AttachedFile Of(string name, string? type, byte[] content) =>
        new(CheckName(name), type is not null && MediaType().IsMatch(type) ? type : PlainBytes, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), content);

    /// <summary>A file of the other side: every statement about it must be true.</summary>
    /// <exception cref="WrongContentException">Name or type cannot stand, or size or digest are not those of the content.</exception>
    internal static AttachedFile Received(string name, string type, long size, string sha256, byte[] content)
    {
        if (!MediaType().IsMatch(type)) throw new WrongContentException("files", WrongContentException.Malformed, "The type of a file is not a media type.");
        var file = Of(name, type, content);
        if (size != file.Size || sha256 != file.Sha256) throw new WrongContentException("files", WrongContentException.Damaged, $"The file '{file.Name}' is not what its size and digest say.");
        return file;
    }

    /// <summary>At most five files, 1 MiB together.</summary>
    /// <exception cref="WrongContentException">There are more.</exception>
    internal static void CheckAll(IReadOnlyCollection<AttachedFile> files)
    {
        if (files.Count > HotlineLimits.MostFiles) throw new WrongContentException("files", WrongContentException.TooMany, $"There are {files.Count} files; at most {HotlineLimits.MostFiles} go with a message.");
        if (files.Sum(file => file.Size) > HotlineLimits.MostFileBytes) throw new WrongContentException("files", WrongContentException.TooBig, $"The files have more than {HotlineLimits.MostFileBytes} bytes together.");
    }

    private static string CheckName(string name)
    {
        var plain = PlainWords.Read(name, "files", HotlineLimits.LongestFileName);
        return plain.Contains('/', StringComparison.Ordinal) || plain.Contains('\\', StringComparison.Ordinal) || plain.StartsWith('.')
            ? throw new WrongContentException("files", WrongContentException.Malformed, "The name of a file is a path.")
            : plain;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.+\-]{0,60}/[A-Za-z0-9][A-Za-z0-9.+\-]{0,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MediaType();
}
