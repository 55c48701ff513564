namespace Noroshi.Observatory.Domain;

/// <summary>What one event counts. Units are never added together.</summary>
internal enum CountingUnit : byte
{
    Packet = 0,
    Flow = 1,
    Alert = 2,
    Report = 3,
}
