using System.Globalization;

namespace Noroshi.Observatory.Domain;

/// <summary>A port of a protocol, written <c>23/tcp</c>; protocols without ports are written <c>icmp</c>, <c>proto-47</c>.</summary>
internal readonly record struct PortKey(byte Protocol, ushort Port)
{
    /// <inheritdoc/>
    public override string ToString() => Protocol switch
    {
        6 => string.Create(CultureInfo.InvariantCulture, $"{Port}/tcp"),
        17 => string.Create(CultureInfo.InvariantCulture, $"{Port}/udp"),
        132 => string.Create(CultureInfo.InvariantCulture, $"{Port}/sctp"),
        1 => "icmp",
        58 => "icmp6",
        _ => string.Create(CultureInfo.InvariantCulture, $"proto-{Protocol}"),
    };

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, out PortKey key)
    {
        key = default;
        if (text == "icmp") key = new PortKey(1, 0);
        else if (text == "icmp6") key = new PortKey(58, 0);
        else if (text.StartsWith("proto-", StringComparison.Ordinal))
        {
            if (!byte.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var protocol)) return false;
            key = new PortKey(protocol, 0);
        }
        else
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            if (slash < 1 || !ushort.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var port)) return false;
            byte? protocol = text[(slash + 1)..] switch { "tcp" => 6, "udp" => 17, "sctp" => 132, _ => null };
            if (protocol is null) return false;
            key = new PortKey(protocol.Value, port);
        }

        return true;
    }
}
