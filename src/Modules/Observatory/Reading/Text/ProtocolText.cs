namespace Noroshi.Observatory.Reading;

/// <summary>Reads protocol names and numbers as logs write them.</summary>
internal static class ProtocolText
{
    public static bool TryRead(ReadOnlySpan<byte> text, bool isIPv4, out byte protocol)
    {
        protocol = 0;
        if (text.Length == 3)
        {
            // The two names that nearly every line has, case folded by one bit.
            var folded = (text[0] | 0x20) << 16 | (text[1] | 0x20) << 8 | (text[2] | 0x20);
            if (folded == ('t' << 16 | 'c' << 8 | 'p'))
            {
                protocol = 6;
                return true;
            }

            if (folded == ('u' << 16 | 'd' << 8 | 'p'))
            {
                protocol = 17;
                return true;
            }
        }

        if (text.Length is 0 or > 12) return false;
        if (NumberText.TryReadUnsigned(text, out var number))
        {
            protocol = (byte)number;
            return number <= 255;
        }

        Span<byte> lower = stackalloc byte[text.Length];
        for (var i = 0; i < text.Length; i++) lower[i] = (byte)(text[i] is >= (byte)'A' and <= (byte)'Z' ? text[i] | 0x20 : text[i]);
        if (lower.SequenceEqual("icmp"u8)) protocol = isIPv4 ? (byte)1 : (byte)58;
        else if (lower.SequenceEqual("ipv6-icmp"u8) || lower.SequenceEqual("icmp6"u8) || lower.SequenceEqual("icmpv6"u8)) protocol = 58;
        else if (lower.SequenceEqual("sctp"u8)) protocol = 132;
        else if (lower.SequenceEqual("gre"u8)) protocol = 47;
        else if (lower.SequenceEqual("igmp"u8)) protocol = 2;
        else if (lower.SequenceEqual("esp"u8)) protocol = 50;
        else if (lower.SequenceEqual("ipv6"u8)) protocol = 41;
        else return false;
        return true;
    }

    /// <summary>True where the protocol has ports that mean a service.</summary>
    public static bool HasPorts(byte protocol) => protocol is 6 or 17 or 132;
}
