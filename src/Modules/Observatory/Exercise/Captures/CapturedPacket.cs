using System.Runtime.InteropServices;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>A packet that the telescope will have seen, before it is encoded.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct CapturedPacket
{
    /// <summary>Microseconds since 1970.</summary>
    public long Time;

    public NetworkAddress Source;

    public NetworkAddress Target;

    /// <summary>Source port, or the ICMP type.</summary>
    public ushort SourcePort;

    /// <summary>Target port, or the ICMP code.</summary>
    public ushort TargetPort;

    public byte Protocol;

    public byte TcpFlags;

    public byte TimeToLive;

    public ushort IpId;

    public uint Sequence;

    /// <summary>Bytes after the transport header, all zero.</summary>
    public ushort Payload;

    /// <summary>When not 0: only so many bytes of the frame were kept, as after a fault of the sensor.</summary>
    public ushort Kept;
}
