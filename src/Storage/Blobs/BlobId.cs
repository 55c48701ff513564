using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Noroshi.Storage.Blobs;

/// <summary>Names a blob by its content: SHA-256 as 64 lower-case hexadecimal digits.</summary>
public readonly record struct BlobId
{
    private readonly string? _digest;

    private BlobId(string digest) => _digest = digest;

    /// <summary>Names the content that has this digest (32 bytes).</summary>
    public static BlobId Of(ReadOnlySpan<byte> sha256)
    {
        if (sha256.Length != 32) throw new ArgumentException("A SHA-256 digest has 32 bytes.", nameof(sha256));
        return new BlobId(Convert.ToHexStringLower(sha256));
    }

    /// <summary>Reads exactly 64 lower-case hexadecimal digits; anything else (paths, upper case) is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BlobId id)
    {
        id = default;
        if (text is not { Length: 64 } || !text.All(char.IsAsciiHexDigitLower)) return false;
        id = new BlobId(text);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _digest ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The blob has no name; make it with {nameof(Of)} or {nameof(TryParse)}."));
}
