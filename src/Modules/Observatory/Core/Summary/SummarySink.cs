using System.Runtime.CompilerServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Core;

/// <summary>Feeds a summary; a struct, so that the reading loop is compiled for it.</summary>
internal struct SummarySink(Summary summary) : IEventSink
{
    private readonly Summary summary = summary;
    private readonly CountTable counts = summary.First.Counts;
    private readonly ulong mask = summary.First.Mask;
    private readonly bool isPlain = summary.IsPlain;

    /// <summary>Packets that look like Mirai, ZMap and Masscan, each counted by itself.</summary>
    public long Mirai;
    public long ZMap;
    public long Masscan;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(in ObservedEvent observed)
    {
        Mirai += (observed.Marks >> (int)Fingerprint.Mirai) & 1;
        ZMap += (observed.Marks >> (int)Fingerprint.ZMap) & 1;
        Masscan += (observed.Marks >> (int)Fingerprint.Masscan) & 1;
        var key = SummaryKey.Of(in observed);
        key |= observed.Source.IsIPv4 ? (ulong)observed.Source.IPv4 << SummaryKey.SourceShift : summary.IPv6Bits(observed.Source);
        if (observed.Marks != 0) key |= (ulong)observed.LooksLike << 4;
        if (isPlain) counts.Add(key & mask);
        else summary.AddToAll(key, observed.Target);
    }
}
