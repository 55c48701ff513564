using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Noroshi.Shell.Access;

/// <summary>Time-based one-time codes (RFC 6238): six digits, 30 s, HMAC-SHA1, as every code app does them.</summary>
internal static class TimeCode
{
    private const long StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step whose code this is, one step of clock difference either way; <c>null</c> when it is none of them.</summary>
    public static long? Match(string base32Key, string code, DateTimeOffset now)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit)) return null;
        Span<byte> typed = stackalloc byte[6];
        System.Text.Encoding.ASCII.GetBytes(code, typed);
        var key = Decode(base32Key);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        Span<byte> expected = stackalloc byte[6];
        for (var step = current - 1; step <= current + 1; step++)
        {
            Write(key, step, expected);
            if (CryptographicOperations.FixedTimeEquals(expected, typed)) found = step;
        }

        return found;
    }

    /// <summary>The code of the moment, for tests and exercises.</summary>
    public static string At(string base32Key, DateTimeOffset now)
    {
        Span<byte> code = stackalloc byte[6];
        Write(Decode(base32Key), now.ToUnixTimeSeconds() / StepSeconds, code);
        return System.Text.Encoding.ASCII.GetString(code);
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 codes are HMAC-SHA1 in every code app; the weakness of SHA-1 collisions does not reach HMAC.")]
    private static void Write(byte[] key, long step, Span<byte> digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, counter, hash);
        var value = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 0xF)..]) & 0x7FFFFFFF;
        for (var i = 5; i >= 0; i--)
        {
            digits[i] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new byte[base32.Length * 5 / 8];
        int buffer = 0, bits = 0, at = 0;
        foreach (var c in base32)
        {
            var value = Alphabet.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (value < 0) throw new FormatException("The secret of a code app is base32 (A–Z, 2–7).");
            buffer = ((buffer << 5) | value) & 0xFFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
        }

        return bytes;
    }
}
