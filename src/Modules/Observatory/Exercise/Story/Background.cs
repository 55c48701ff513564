using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>What a telescope sees every day: scanners from many networks, misdirected domestic traffic, some IPv6.</summary>
internal static class Background
{
    private static readonly ushort[][] PortSets =
    [
        [23], [22], [445], [3389], [80, 443, 8080], [443, 8443], [1433], [5555], [6379], [8080, 8081, 8888], [21], [25], [2323, 23], [5900], [27017], [9200],
    ];

    private static readonly int[] PortWeights = [26, 22, 22, 14, 12, 7, 8, 6, 6, 6, 3, 3, 5, 4, 3, 3];
    private static readonly ushort[][] DatagramPorts = [[53], [123], [161], [1900], [5060], [11211]];
    private static readonly ScanTool[] Tools = [ScanTool.Plain, ScanTool.ZMap, ScanTool.Masscan];
    private static readonly int[] ToolWeights = [66, 14, 20];

    public static void AddTo(TelescopeDay day)
    {
        var dice = new Dice($"background {day.Day}");
        foreach (var network in ExerciseNetworks.All)
        {
            for (var visits = network.Weight * dice.Between(80, 110) / 100; visits > 0; visits--)
            {
                // About half of the visits are of hosts that come back, nearly all at home; the rest is met once.
                var returns = dice.Chance(network.Country == ExerciseNetworks.Home ? 900 : 550);
                var host = network.Host(returns ? dice.Below(network.Weight * 3) : 1_000 + (day.Day * 700) + dice.Below(700));
                var start = ExerciseCalendar.Moment(dice, day.Day, network.UtcOffset);
                if (dice.Chance(120)) day.Scan(dice, host, start, dice.Between(2, 14), dice.Pick(DatagramPorts), ScanTool.Plain, protocol: 17);
                else if (dice.Chance(40)) Echo(day, dice, host, start);
                else day.Scan(dice, host, start, dice.Between(4, 30), PortSets[dice.Weighted(PortWeights)], Tools[dice.Weighted(ToolWeights)]);
            }
        }

        Domestic(day);
        InternetProtocol6(day);
    }

    /// <summary>Printers and players that look for their kind in the wrong network.</summary>
    private static void Domestic(TelescopeDay day)
    {
        var dice = new Dice($"domestic {day.Day}");
        for (var visits = 0; visits < 110; visits++)
        {
            var network = dice.Pick(ExerciseNetworks.Domestic);
            ushort[] ports = dice.Chance(600) ? [137, 138] : [1900, 5353];
            day.Scan(dice, network.Host(20_000 + dice.Below(60)), ExerciseCalendar.Moment(dice, day.Day, network.UtcOffset), dice.Between(4, 22), ports, ScanTool.Plain, protocol: 17);
        }
    }

    private static void Echo(TelescopeDay day, Dice dice, NetworkAddress host, long start)
    {
        for (var i = dice.Between(4, 16); i > 0; i--)
        {
            day.Add(new CapturedPacket
            {
                Time = start += dice.Between(300_000, 4_000_000),
                Source = host,
                Target = TelescopeDay.DarkAddress(dice),
                SourcePort = 8,
                Protocol = 1,
                TimeToLive = 50,
                IpId = (ushort)dice.Below(50_000),
                Sequence = (uint)dice.Next(),
                Payload = 32,
            });
        }
    }

    private static void InternetProtocol6(TelescopeDay day)
    {
        var dice = new Dice($"ipv6 {day.Day}");
        ushort[] ports = [22, 80, 443, 3389];
        for (var visits = 0; visits < 40; visits++)
        {
            var network = dice.Pick(ExerciseNetworks.All);
            var host = network.HostIPv6(dice.Below(60));
            var time = ExerciseCalendar.Moment(dice, day.Day, network.UtcOffset);
            var echo = dice.Chance(250);
            for (var i = dice.Between(4, 12); i > 0; i--)
            {
                day.Add(new CapturedPacket
                {
                    Time = time += dice.Between(200_000, 9_000_000),
                    Source = host,
                    Target = ExerciseOrganisation.Find(dice.Chance(450) ? 1 : 2).HostIPv6(dice),
                    SourcePort = echo ? (ushort)128 : (ushort)dice.Between(1_024, 65_535),
                    TargetPort = echo ? (ushort)0 : dice.Pick(ports),
                    Protocol = echo ? (byte)58 : (byte)6,
                    TcpFlags = echo ? (byte)0 : (byte)0x02,
                    TimeToLive = 52,
                    Sequence = (uint)dice.Next(),
                });
            }
        }
    }
}
