using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>What a connection state says of the kind of traffic.</summary>
internal static class ZeekState
{
    /// <summary>Attempts that came to nothing are scans; a responder without an originator answers somebody's spoofed packet.</summary>
    public static TrafficClass Class(ReadOnlySpan<byte> state)
    {
        if (state.SequenceEqual("S0"u8) || state.SequenceEqual("REJ"u8) || state.SequenceEqual("RSTOS0"u8) || state.SequenceEqual("SH"u8)) return TrafficClass.Scan;
        if (state.SequenceEqual("SHR"u8) || state.SequenceEqual("RSTRH"u8)) return TrafficClass.Backscatter;
        return TrafficClass.Other;
    }
}
