using System.Text;

namespace Noroshi.Observatory.Reading;

/// <summary>The kinds of event that are skipped, by name. A fixed list, so that a hostile log cannot make the report grow.</summary>
internal static class EveEventTypes
{
    private const string Unknown = "event of another kind";

    private static readonly string[] Known =
    [
        "anomaly", "arp", "bittorrent-dht", "dcerpc", "dhcp", "dnp3", "dns", "drop", "fileinfo", "frame", "ftp", "ftp_data", "http", "http2", "ike",
        "krb5", "ldap", "mdns", "metadata", "modbus", "mqtt", "netflow", "nfs", "packet", "pgsql", "pop3", "quic", "rdp", "rfb", "sip", "smb", "smtp",
        "snmp", "ssh", "stats", "tftp", "tls", "websocket",
    ];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Names =
        Known.ToDictionary(name => name, name => $"{name} event", StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Name(ReadOnlySpan<byte> kind)
    {
        if (kind.Length > 16) return Unknown;
        Span<char> chars = stackalloc char[16];
        return Names.TryGetValue(chars[..Encoding.UTF8.GetChars(kind, chars)], out var name) ? name : Unknown;
    }
}
