using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>The class that a single packet suggests. Answers to spoofed packets are backscatter and never count as an attack source.</summary>
internal static class PacketClass
{
    private const int Fin = 1, Syn = 2, Reset = 4, Push = 8, Ack = 16, Urgent = 32;

    private static readonly TrafficClass[] ByTcpFlags = MakeTcp();

    public static TrafficClass OfTcp(byte flags) => ByTcpFlags[flags];

    /// <summary>An answer comes from the port of a service that spoofed requests are known to abuse, and goes to a port that is no such service.</summary>
    public static TrafficClass OfUdp(ushort sourcePort, ushort targetPort) =>
        IsAnsweringService(sourcePort) && !IsAnsweringService(targetPort) ? TrafficClass.Backscatter : TrafficClass.Scan;

    public static TrafficClass OfIcmp(byte type) => type switch
    {
        0 or 3 or 4 or 5 or 11 or 12 or 14 or 16 or 18 => TrafficClass.Backscatter,
        8 or 13 or 15 or 17 => TrafficClass.Scan,
        _ => TrafficClass.Other,
    };

    public static TrafficClass OfIcmp6(byte type) => type switch
    {
        1 or 2 or 3 or 4 or 129 => TrafficClass.Backscatter,
        128 => TrafficClass.Scan,
        _ => TrafficClass.Other,
    };

    public static bool IsAnsweringService(ushort port) => port switch
    {
        7 or 17 or 19 or 53 or 69 or 111 or 123 or 137 or 161 or 389 or 427 or 500 or 520 => true,
        1434 or 1604 or 1701 or 1900 or 3283 or 3389 or 3478 or 3702 or 5060 or 5093 or 5351 or 5353 => true,
        5683 or 10001 or 11211 or 17185 or 27015 or 33848 or 37810 => true,
        _ => false,
    };

    private static TrafficClass[] MakeTcp()
    {
        var classes = new TrafficClass[256];
        for (var flags = 0; flags < 256; flags++)
        {
            var kind = flags & (Fin | Syn | Reset | Push | Ack | Urgent);
            classes[flags] = (kind & Reset) != 0 || (kind & (Syn | Ack)) == (Syn | Ack) ? TrafficClass.Backscatter
                // An opening packet, or one that no connection would begin with: null, FIN and Christmas-tree scans.
                : (kind & Ack) == 0 ? TrafficClass.Scan
                : TrafficClass.Other;
        }

        return classes;
    }
}
