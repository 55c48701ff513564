using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Names and forms of hashes, in objects and in patterns.</summary>
internal static class HashRules
{
    private static readonly SearchValues<char> _hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> _fuzzy = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/:\",._-() ");

    // Names without their hyphens, because patterns are often written with SHA256; hexadecimal digits of each.
    private static readonly FrozenDictionary<string, int> _digits = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["MD5"] = 32,
        ["SHA1"] = 40,
        ["SHA224"] = 56,
        ["SHA256"] = 64,
        ["SHA384"] = 96,
        ["SHA512"] = 128,
        ["SHA3224"] = 56,
        ["SHA3256"] = 64,
        ["SHA3384"] = 96,
        ["SHA3512"] = 128,
        ["RIPEMD160"] = 40,
        ["WHIRLPOOL"] = 128,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a hash of this name must look like; null where this one does, or where the name is not known.</summary>
    public static string? Misfit(string name, string value)
    {
        if (_digits.TryGetValue(name.Replace("-", "", StringComparison.Ordinal), out var digits))
            return value.Length == digits && !value.AsSpan().ContainsAnyExcept(_hex) ? null : $"{digits} hexadecimal digits";
        if (name.Equals("SSDEEP", StringComparison.OrdinalIgnoreCase))
            return value.Length is >= 3 and <= 200 && char.IsAsciiDigit(value[0]) && value.AsSpan().Count(':') == 2 && !value.AsSpan().ContainsAnyExcept(_fuzzy) ? null : "BLOCKSIZE:HASH:HASH";
        if (!name.Equals("TLSH", StringComparison.OrdinalIgnoreCase)) return null;
        var rest = value.StartsWith("T1", StringComparison.Ordinal) ? value.AsSpan(2) : value;
        return rest.Length == 70 && !rest.ContainsAnyExcept(_hex) ? null : "70 hexadecimal digits, with or without T1 before them";
    }

    public static void Check(string name, JsonElement value, Reporter reporter)
    {
        if (name.Length < 3 || !Formats.IsKey(Encoding.UTF8.GetBytes(name)))
            reporter.Error("hash-name", $"'{name}' is no name for a hash: 3 to 250 of A–Z, a–z, 0–9, hyphen and underscore.");
        if (!JsonBytes.TryGetString(value, out var text)) reporter.Error("type", $"{JsonBytes.Shown(value)} stands where a text is expected.");
        else if (Misfit(name, text) is { } form) reporter.Error("hash", $"{JsonBytes.Shown(value)} is no {name}; it has {form}.");
        if (!TypeTable.Words["hash-algorithm"].Contains(name) && !name.StartsWith("x_", StringComparison.Ordinal))
            reporter.Warn("vocabulary", $"'{name}' is not in the vocabulary hash-algorithm-ov; use one of its values, or begin the name with x_.");
    }
}
