using System.Runtime.InteropServices;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Domain;

/// <summary>What is kept: one minute of one source against one port of one target organisation, as one sensor counted it.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct Observation
{
    /// <summary>Start of the minute, microseconds since 1970-01-01T00:00:00Z.</summary>
    public long MinuteMicros;

    public NetworkAddress Source;

    public CountryCode SourceCountry;

    /// <summary>Autonomous system number of the source; 0 when unknown.</summary>
    public uint Asn;

    public byte Protocol;

    public ushort TargetPort;

    public CountingUnit Unit;

    public TrafficClass Class;

    public Fingerprint Fingerprint;

    public Origin Origin;

    public TargetKind TargetKind;

    /// <summary>Sector id of the target by the address plan; 0 when unknown.</summary>
    public ushort Sector;

    /// <summary>Organisation of the address plan; 0 when unknown.</summary>
    public ushort TargetOrganisation;

    /// <summary>True for sources on the list of research scanners.</summary>
    public bool Research;

    /// <summary>Alert signature or report type; 0 is none. Index into the batch's tag table.</summary>
    public int Tag;

    /// <summary>Number of records in <see cref="Unit"/>.</summary>
    public uint Events;

    public ulong Packets;

    public ulong Bytes;

    /// <summary>Distinct target addresses within the minute (a lower bound when very many).</summary>
    public uint Targets;
}
