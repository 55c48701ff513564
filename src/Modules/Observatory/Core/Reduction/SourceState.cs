using System.Runtime.InteropServices;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Core;

/// <summary>What is remembered of one source: where it is, and how often it looked like which tool.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SourceState
{
    /// <summary>Matching packets of one source before it is called by the tool's name.</summary>
    public const int Enough = 4;

    public NetworkAddress Address;
    public long LastMinute;
    public uint Asn;
    public CountryCode Country;
    public bool Research;
    public bool IsPresent;
    private byte mirai;
    private byte zmap;
    private byte masscan;

    public void PlaceAt(SourcePlace place)
    {
        Country = place.Country;
        Asn = place.Asn;
        Research = place.Research;
    }

    public void Note(Fingerprint looks)
    {
        switch (looks)
        {
            case Fingerprint.Mirai when mirai < Enough: mirai++; break;
            case Fingerprint.ZMap when zmap < Enough: zmap++; break;
            case Fingerprint.Masscan when masscan < Enough: masscan++; break;
        }
    }

    public readonly bool IsDecided(Fingerprint looks) => looks switch
    {
        Fingerprint.Mirai => mirai >= Enough,
        Fingerprint.ZMap => zmap >= Enough,
        Fingerprint.Masscan => masscan >= Enough,
        _ => false,
    };
}
