using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Core;

/// <summary>Decides a row's class when the whole minute is known.</summary>
internal static class TupleClass
{
    /// <summary>Openings to the same login service within a minute that nobody types by hand.</summary>
    public const int ManyLogins = 10;

    public static TrafficClass Decide(in FlowTuple tuple, Fingerprint fingerprint)
    {
        if (tuple.Class is TrafficClass.Alert or TrafficClass.Backscatter) return tuple.Class;
        if (fingerprint == Fingerprint.Mirai) return TrafficClass.Worm;
        // Of packets, only those that open a connection count as attempts; a flow is an attempt itself.
        var opens = tuple.Class == TrafficClass.Scan || tuple.Unit == CountingUnit.Flow;
        var isRepeated = tuple.Events >= ManyLogins && tuple.Targets * 5L <= tuple.Events;
        return opens && isRepeated && tuple.Protocol == 6 && IsLogin(tuple.Port) ? TrafficClass.BruteForce : tuple.Class;
    }

    private static bool IsLogin(ushort port) => port switch
    {
        21 or 22 or 23 or 25 or 110 or 139 or 143 or 389 or 445 or 465 or 513 or 587 or 636 or 993 or 995 => true,
        1433 or 1521 or 2222 or 2323 or 3306 or 3389 or 5432 or 5900 or 5901 or 5985 or 5986 or 6379 or 8291 or 27017 => true,
        _ => false,
    };
}
