using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Observatory.Features;

/// <summary>The secret a sensor uploads with: shown once, kept as a hash. 256 random bits need no salt and no slow hash.</summary>
internal static class SensorToken
{
    /// <summary>Tells a sensor's token from the other bearer tokens of the node, and lets secret scanners find leaked ones.</summary>
    internal const string Prefix = "nrs_";

    internal static string Create() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    internal static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    internal static bool HasShape(string? token) =>
        token is { Length: 68 } && token.StartsWith(Prefix, StringComparison.Ordinal) && token[4..].All(char.IsAsciiHexDigitLower);

    /// <summary>Compares in constant time.</summary>
    internal static bool Matches(string token, string? hash) =>
        hash is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(token)), Encoding.ASCII.GetBytes(hash));
}
