using Noroshi.Kernel;

namespace Noroshi.Observatory.Exercise;

/// <summary>What the flow monitors of a hospital, a power company and a waterworks log: attempts, guessing of passwords, a few answers.</summary>
internal static class FlowStory
{
    private static readonly int[] Watched = [30, 31, 32];
    private static readonly int[] WatchedWeights = [40, 35, 25];
    private static readonly ushort[] Ports = [22, 23, 80, 102, 443, 445, 502, 3389, 20000];
    private static readonly int[] PortWeights = [20, 18, 8, 5, 10, 16, 8, 18, 4];

    /// <summary>Connections of a day, by time.</summary>
    public static List<CapturedFlow> Of(int day)
    {
        var dice = new Dice($"flows {day}");
        var flows = new List<CapturedFlow>();
        foreach (var network in ExerciseNetworks.All)
        {
            for (var visits = dice.Below((network.Weight / 3) + 2); visits > 0; visits--)
            {
                var port = Ports[dice.Weighted(PortWeights)];
                Visit(flows, dice, day, network, network.Host(dice.Below(network.Weight * 3)), port, dice.Between(3, 30));
            }

            for (var infected = Worm.HostsOf(network.Asn, day) / 6; infected > 0; infected--)
            {
                Visit(flows, dice, day, network, network.Host(30_000 + dice.Below(infected * 6)), 23, dice.Between(2, 6));
            }
        }

        return [.. flows.OrderBy(flow => flow.Time)];
    }

    private static void Visit(List<CapturedFlow> flows, Dice dice, int day, ExerciseNetwork network, NetworkAddress source, ushort port, int count)
    {
        var organisation = ExerciseOrganisation.Find(Watched[dice.Weighted(WatchedWeights)]);
        var time = ExerciseCalendar.Moment(dice, day, network.UtcOffset);
        var end = ExerciseCalendar.StartOf(day + 1);

        // Guessing keeps to one server; scanning goes through the whole network.
        var guessing = port is 22 or 3389 && dice.Chance(600);
        var server = organisation.Server(dice);
        for (; count > 0 && time < end; count--)
        {
            var answered = guessing || dice.Chance(60);
            flows.Add(new CapturedFlow(
                time,
                source,
                (ushort)dice.Between(1_024, 65_535),
                guessing ? server : organisation.Host(dice),
                port,
                6,
                answered ? "SF" : dice.Chance(300) ? "REJ" : "S0",
                answered ? dice.Between(300, 4_000) : 0,
                answered ? dice.Between(8, 24) : 1,
                answered ? dice.Between(400, 2_400) : 0));
            time += dice.Between(300_000, 30_000_000);
        }
    }
}
