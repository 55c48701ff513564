using System.Collections.Frozen;

namespace Noroshi.Exchange.Misp;

/// <summary>Hashes by their names in MISP and in STIX. SHA-512/224 and /256 are functions of their own; STIX forbids the stroke in a name.</summary>
internal static class HashNames
{
    private static readonly (string Misp, string Stix)[] _all =
    [
        ("md5", "MD5"), ("sha1", "SHA-1"), ("sha224", "SHA-224"), ("sha256", "SHA-256"), ("sha384", "SHA-384"), ("sha512", "SHA-512"), ("sha512/224", "SHA-512_224"), ("sha512/256", "SHA-512_256"),
        ("sha3-224", "SHA3-224"), ("sha3-256", "SHA3-256"), ("sha3-384", "SHA3-384"), ("sha3-512", "SHA3-512"), ("ssdeep", "SSDEEP"), ("tlsh", "TLSH"), ("authentihash", "AUTHENTIHASH"),
        ("imphash", "IMPHASH"), ("impfuzzy", "IMPFUZZY"), ("pehash", "PEHASH"), ("vhash", "VHASH"), ("telfhash", "TELFHASH"),
    ];

    /// <summary>From MISP to STIX.</summary>
    public static FrozenDictionary<string, string> ToStix { get; } = _all.ToFrozenDictionary(one => one.Misp, one => one.Stix, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _toMisp = _all.ToFrozenDictionary(one => Bare(one.Stix), one => one.Misp, StringComparer.OrdinalIgnoreCase);

    /// <summary>From STIX to MISP, with or without hyphens, in either case; null when MISP has no such type.</summary>
    public static string? Misp(string stix) => _toMisp.TryGetValue(Bare(stix), out var name) ? name : null;

    /// <summary>The name as a step of a pattern.</summary>
    public static string Step(string stix) => stix.Contains('-', StringComparison.Ordinal) ? $"'{stix}'" : stix;

    private static string Bare(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
