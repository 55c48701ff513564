namespace Noroshi.Observatory.Exercise;

/// <summary>A Mirai-like worm: a handful of hosts everywhere, then from 10 March, 05:00 UTC, a growing part of two partner networks.</summary>
internal static class Worm
{
    /// <summary>The networks it is seen to use.</summary>
    public const uint PartnerPH = 64512;

    /// <summary>The networks it is seen to use.</summary>
    public const uint PartnerVN = 64530;

    /// <summary>Index of 10 March.</summary>
    public const int OutbreakDay = 9;

    private static readonly ushort[] Ports = [23, 23, 23, 23, 23, 23, 23, 23, 23, 2323];
    private static readonly int[] HostsPH = [12, 12, 13, 12, 14, 13, 12, 14, 13, 260, 720, 1_100, 1_204, 1_150];
    private static readonly int[] HostsVN = [18, 17, 18, 19, 18, 18, 19, 18, 19, 90, 240, 350, 388, 370];

    public static void AddTo(TelescopeDay day)
    {
        var dice = new Dice($"worm {day.Day}");
        foreach (var network in ExerciseNetworks.All)
        {
            var hosts = network.Asn switch { PartnerPH => HostsPH[day.Day], PartnerVN => HostsVN[day.Day], _ => 1 };
            for (var n = 0; n < hosts; n++) Infected(day, dice, network, n, isNew: day.Day == OutbreakDay && n >= 20);
        }
    }

    /// <summary>Infected hosts of a partner network on a day, for the other sensors to see the same.</summary>
    public static int HostsOf(uint asn, int day) => asn == PartnerPH ? HostsPH[day] : asn == PartnerVN ? HostsVN[day] : 0;

    private static void Infected(TelescopeDay day, Dice dice, ExerciseNetwork network, int n, bool isNew)
    {
        for (var bursts = dice.Between(1, 3); bursts > 0; bursts--)
        {
            var start = isNew
                ? ExerciseCalendar.StartOf(day.Day) + (5 * ExerciseCalendar.Hour) + ((long)(dice.Next() >> 11) % (19 * ExerciseCalendar.Hour))
                : ExerciseCalendar.Moment(dice, day.Day, network.UtcOffset);
            day.Scan(dice, network.Host(30_000 + n), start, dice.Between(4, 14), Ports, ScanTool.Mirai);
        }
    }
}
