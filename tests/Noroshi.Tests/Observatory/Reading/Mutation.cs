namespace Noroshi.Tests.Observatory.Reading;

/// <summary>Changes inputs as damage and malice do: bits, bytes, numbers, copies, cuts, and words of the formats in wrong places.</summary>
internal static class Mutation
{
    private static readonly byte[][] Words =
    [
        "\0"u8.ToArray(), "\n"u8.ToArray(), "\r\n"u8.ToArray(), "\""u8.ToArray(), "\\"u8.ToArray(), "{"u8.ToArray(), "}"u8.ToArray(), "[["u8.ToArray(), ","u8.ToArray(), "\t"u8.ToArray(),
        "-"u8.ToArray(), "-1"u8.ToArray(), "99999999999999999999"u8.ToArray(), "1e999"u8.ToArray(), "null"u8.ToArray(), "\\u0000"u8.ToArray(), "\\ud800"u8.ToArray(), "\uFEFF"u8.ToArray(), [0xFF, 0xFE], [0xC3],
        "::ffff:1.2.3.4"u8.ToArray(), "fe80::1%eth0"u8.ToArray(), "999.1.1.1"u8.ToArray(), "#fields\t"u8.ToArray(), "#separator \\x2c\n"u8.ToArray(), "\"src_ip\":\"1.1.1.1\","u8.ToArray(), "\"flow\":{}"u8.ToArray(),
        [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80], [0x0A, 0x0D, 0x0D, 0x0A], [0xD4, 0xC3, 0xB2, 0xA1], [0x1F, 0x8B, 8, 0],
    ];

    public static byte[] Apply(byte[] input, Random random)
    {
        var result = input;
        for (var left = random.Next(4); left > 0; left--) result = Once(result, random);
        return result;
    }

    private static byte[] Once(byte[] input, Random random)
    {
        if (input.Length == 0) return Words[random.Next(Words.Length)];
        var at = random.Next(input.Length);
        var other = random.Next(input.Length);
        var (from, to) = (Math.Min(at, other), Math.Max(at, other));
        switch (random.Next(8))
        {
            case 0: return Changed(input, at, (byte)(input[at] ^ (1 << random.Next(8))));
            case 1: return Changed(input, at, (byte)random.Next(256));
            case 2: return Changed(input, at, (byte)(random.Next(2) == 0 ? 0 : 255));
            case 3: return [.. input[..from], .. input[to..]];
            case 4: return to - from > 2000 ? input[..from] : [.. input[..to], .. input[from..]];
            case 5: return input[..at];
            case 6: return [.. input[..at], .. Words[random.Next(Words.Length)], .. input[at..]];
            default:
                var word = Words[random.Next(Words.Length)];
                return [.. input[..at], .. word, .. input[Math.Min(input.Length, at + word.Length)..]];
        }
    }

    private static byte[] Changed(byte[] input, int at, byte value)
    {
        var copy = (byte[])input.Clone();
        copy[at] = value;
        return copy;
    }
}
