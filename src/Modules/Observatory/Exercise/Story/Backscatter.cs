namespace Noroshi.Observatory.Exercise;

/// <summary>Answers of servers that are flooded from forged addresses, some of which happen to be the telescope's.</summary>
internal static class Backscatter
{
    private static readonly (uint Asn, int FirstDay, int LastDay, ushort Port, int Packets)[] Floods =
    [
        (64540, 1, 2, 443, 2_400),
        (64552, 4, 4, 80, 3_000),
        (64545, 6, 8, 443, 1_500),
        (64555, 10, 12, 53, 1_800),
        (64520, 12, 13, 443, 900),
    ];

    public static void AddTo(TelescopeDay day)
    {
        foreach (var flood in Floods)
        {
            if (day.Day < flood.FirstDay || day.Day > flood.LastDay) continue;
            var dice = new Dice($"backscatter {flood.Asn} {day.Day}");
            var victim = ExerciseNetworks.ByAsn(flood.Asn).Host(50_000);
            for (var n = 0; n < flood.Packets; n++)
            {
                // Within four hours of the afternoon, UTC.
                day.Add(new CapturedPacket
                {
                    Time = ExerciseCalendar.StartOf(day.Day) + (12 * ExerciseCalendar.Hour) + ((long)(dice.Next() >> 11) % (4 * ExerciseCalendar.Hour)),
                    Source = victim,
                    Target = TelescopeDay.DarkAddress(dice),
                    SourcePort = flood.Port,
                    TargetPort = (ushort)dice.Between(1_024, 65_535),
                    Protocol = 6,
                    TcpFlags = dice.Chance(800) ? (byte)0x12 : (byte)0x14,
                    TimeToLive = 54,
                    IpId = 0,
                    Sequence = (uint)dice.Next(),
                });
            }
        }
    }
}
