using System.Security.Cryptography;
using Noroshi.Storage;

namespace Noroshi.WeakLinks.Studies;

/// <summary>Names the files a study is made from, so that anybody can tell later whether theirs are the same.</summary>
internal static class StudyFile
{
    internal static IReadOnlyList<RiskStudy.Input> Read(IEnumerable<(string Role, string Path)> files) => [.. files.Select(file => Read(file.Role, file.Path))];

    private static RiskStudy.Input Read(string role, string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            // The header is no row; a last line need not end.
            var lines = bytes.AsSpan().Count((byte)'\n') + (bytes.Length > 0 && bytes[^1] != '\n' ? 1 : 0);
            return new RiskStudy.Input(role, Path.GetFileName(path), Math.Max(0, lines - 1), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{path} cannot be read: {problem.Message}", RefusalException.Input, problem);
        }
    }
}
