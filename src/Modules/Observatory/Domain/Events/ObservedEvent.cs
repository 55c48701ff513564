using System.Runtime.InteropServices;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Domain;

/// <summary>One record as a sensor saw it, before enrichment: a packet, a flow, an alert or a report line.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ObservedEvent
{
    /// <summary>Microseconds since 1970-01-01T00:00:00Z.</summary>
    public long TimeMicros;

    public NetworkAddress Source;

    public NetworkAddress Target;

    /// <summary>0 where the protocol has no ports.</summary>
    public ushort SourcePort;

    /// <summary>0 where the protocol has no ports; ICMP type and code are not ports and are not kept here.</summary>
    public ushort TargetPort;

    /// <summary>IANA protocol number.</summary>
    public byte Protocol;

    public byte TcpFlags;

    public CountingUnit Unit;

    /// <summary>Bit (1 &lt;&lt; fingerprint) per tool this single record looks like: one packet can look like two.</summary>
    public byte Marks;

    public TrafficClass Class;

    public uint Packets;

    public ulong Bytes;

    /// <summary>Index into the reader's tag table (alert signature, report type); 0 is none.</summary>
    public int Tag;

    /// <summary>The tool this single record looks like most; whether its source bears it out is decided later.</summary>
    public Fingerprint LooksLike
    {
        readonly get => (Marks & 2) != 0 ? Fingerprint.Mirai : (Marks & 4) != 0 ? Fingerprint.ZMap : (Marks & 8) != 0 ? Fingerprint.Masscan : Fingerprint.None;
        set => Marks = value == Fingerprint.None ? (byte)0 : (byte)(1 << (int)value);
    }
}
