using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Noroshi.Kernel;

/// <summary>An IPv4 or IPv6 address as one 128-bit value; IPv4 is kept in its IPv4-mapped form (::ffff:a.b.c.d).</summary>
public readonly record struct NetworkAddress(ulong High, ulong Low) : IComparable<NetworkAddress>
{
    private const ulong MappedPrefix = 0x0000_FFFF_0000_0000;

    /// <summary>True for an IPv4 address.</summary>
    public bool IsIPv4 => High == 0 && (Low & 0xFFFF_FFFF_0000_0000) == MappedPrefix;

    /// <summary>The IPv4 address in host byte order; meaningful only when <see cref="IsIPv4"/>.</summary>
    public uint IPv4 => (uint)Low;

    /// <summary>An IPv4 address from its host-byte-order value.</summary>
    public static NetworkAddress FromIPv4(uint hostOrder) => new(0, MappedPrefix | hostOrder);

    /// <summary>An IPv6 address from 16 bytes in network order.</summary>
    public static NetworkAddress FromIPv6(ReadOnlySpan<byte> networkOrder) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(networkOrder), BinaryPrimitives.ReadUInt64BigEndian(networkOrder[8..]));

    /// <summary>Reads the textual form (RFC 5952 or dotted quad). Scope ids are refused: a scoped address means nothing to another node.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out NetworkAddress address)
    {
        address = default;
        if (text.Contains('%') || !IPAddress.TryParse(text, out var parsed)) return false;
        if (parsed.AddressFamily == AddressFamily.InterNetwork && text.Count('.') != 3) return false;
        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, out var written);
        address = written == 4 ? FromIPv4(BinaryPrimitives.ReadUInt32BigEndian(bytes)) : FromIPv6(bytes);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(NetworkAddress other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    [SuppressMessage("Design", "CA1024", Justification = "Allocates; reads as a conversion.")]
    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[16];
        if (IsIPv4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, IPv4);
            return new IPAddress(bytes[..4]);
        }

        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        return new IPAddress(bytes);
    }

    /// <inheritdoc/>
    public override string ToString() => ToIPAddress().ToString();

    public static bool operator <(NetworkAddress left, NetworkAddress right) => left.CompareTo(right) < 0;

    public static bool operator >(NetworkAddress left, NetworkAddress right) => left.CompareTo(right) > 0;

    public static bool operator <=(NetworkAddress left, NetworkAddress right) => left.CompareTo(right) <= 0;

    public static bool operator >=(NetworkAddress left, NetworkAddress right) => left.CompareTo(right) >= 0;
}
