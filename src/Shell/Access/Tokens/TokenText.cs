using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Shell.Access;

/// <summary>How a token is written: <c>noroshi_</c>, 16 hexadecimal digits that name it, <c>_</c>, 256 random bits as base64url.</summary>
internal static class TokenText
{
    private const string Prefix = "noroshi_";
    private const int IdLength = 16;
    private const int SecretLength = 43;

    public static (string Id, string Text) New()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));
        return (id, $"{Prefix}{id}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}");
    }

    /// <summary>Takes the id out of a token; false for anything of another form.</summary>
    public static bool TryReadId(string text, out string id)
    {
        id = string.Empty;
        if (text.Length != Prefix.Length + IdLength + 1 + SecretLength || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + IdLength] != '_') return false;
        id = text.Substring(Prefix.Length, IdLength);
        return id.All(char.IsAsciiHexDigitLower);
    }

    /// <summary>Hash of the whole text: 256 random bits need no salt and no stretching.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Compares in constant time.</summary>
    public static bool Fits(string text, string keptHash) => CryptographicOperations.FixedTimeEquals(Hash(text), Convert.FromHexString(keptHash));
}
