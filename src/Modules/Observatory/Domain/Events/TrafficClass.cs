namespace Noroshi.Observatory.Domain;

/// <summary>What kind of traffic an event belongs to. Backscatter is an answer to a spoofed packet and never counts as an attack source.</summary>
internal enum TrafficClass : byte
{
    Other = 0,
    Scan = 1,
    Backscatter = 2,
    Worm = 3,
    BruteForce = 4,
    Alert = 5,
}
