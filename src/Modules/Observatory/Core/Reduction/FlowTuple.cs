using System.Runtime.InteropServices;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Core;

/// <summary>One row being counted. Everything above <see cref="Events"/> is its key.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct FlowTuple
{
    public long Minute;
    public NetworkAddress Source;
    public ushort Port;
    public byte Protocol;
    public CountingUnit Unit;
    public TrafficClass Class;
    public Fingerprint Looks;
    public ushort Organisation;
    public ushort Sector;
    public TargetKind Kind;
    public Origin Origin;
    public int Tag;

    public uint Events;
    public ulong Packets;
    public ulong Bytes;
    public uint Targets;

    /// <summary>The parts of the key beside minute and source, packed without loss.</summary>
    public readonly (ulong First, ulong Second) Rest => (
        Port | ((ulong)Protocol << 16) | ((ulong)Unit << 24) | ((ulong)Class << 28) | ((ulong)Looks << 32) | ((ulong)Kind << 36) | ((ulong)Origin << 40) | ((ulong)Organisation << 48),
        (uint)Tag | ((ulong)Sector << 32));

    public readonly ulong Hash()
    {
        var (first, second) = Rest;
        return Mixing.Mix(Mixing.Mix(Source.High ^ second, Source.Low), first ^ ((ulong)Minute * 0xA24BAED4963EE407));
    }

    public readonly bool HasKeyOf(in FlowTuple other) => Minute == other.Minute && Source == other.Source && Rest == other.Rest;
}
