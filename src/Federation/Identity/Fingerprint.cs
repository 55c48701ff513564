using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Federation;

/// <summary>
/// Eighty bits of SHA-256 over a node's id and newest signing key, to be compared by telephone: as ten words in either language, or as hexadecimal
/// digits.
/// </summary>
internal sealed class Fingerprint
{
    private const int Bytes = 10;
    private static readonly (string English, string Japanese)[] Words = ReadWords();
    private readonly byte[] _value;

    private Fingerprint(byte[] value) => _value = value;

    internal static Fingerprint Of(NodeDocument document) =>
        new(SHA256.HashData(Encoding.ASCII.GetBytes($"noroshi fingerprint 1\n{document.NodeId}\n{document.SigningKey.Kid}\n"))[..Bytes]);

    /// <summary>Ten English words.</summary>
    internal string English => string.Join(' ', _value.Select(each => Words[each].English));

    /// <summary>Ten Japanese words.</summary>
    internal string Japanese => string.Join('・', _value.Select(each => Words[each].Japanese));

    /// <summary>Twenty hexadecimal digits in groups of four.</summary>
    internal string Digits => string.Join(' ', Convert.ToHexStringLower(_value).Chunk(4).Select(group => new string(group)));

    /// <summary>What was heard on the telephone, in any of the three forms, or scanned from the QR code; null when it is no whole fingerprint.</summary>
    internal static Fingerprint? Read(string heard)
    {
        if (heard.StartsWith("noroshi:", StringComparison.Ordinal)) heard = heard[(heard.LastIndexOf(':') + 1)..];
        var words = heard.Normalize(NormalizationForm.FormKC).Split([' ', '\u3000', '・', ',', '、', '-', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var digits = string.Concat(words);
        if (digits.Length == Bytes * 2 && digits.All(char.IsAsciiHexDigit)) return new Fingerprint(Convert.FromHexString(digits));
        if (words.Length != Bytes) return null;
        var value = new byte[Bytes];
        for (var i = 0; i < Bytes; i++)
        {
            var place = Array.FindIndex(Words, pair => pair.English.Equals(words[i], StringComparison.OrdinalIgnoreCase) || pair.Japanese == words[i]);
            if (place < 0) return null;
            value[i] = (byte)place;
        }

        return new Fingerprint(value);
    }

    /// <summary>Compares in constant time.</summary>
    internal bool Matches(Fingerprint other) => CryptographicOperations.FixedTimeEquals(_value, other._value);

    private static (string, string)[] ReadWords()
    {
        using var stream = typeof(Fingerprint).Assembly.GetManifestResourceStream("Noroshi.Federation.Identity.FingerprintWords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(pair => (pair[0], pair[1].Normalize(NormalizationForm.FormKC)))];
    }
}
