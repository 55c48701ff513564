namespace Noroshi.Observatory.Exercise;

/// <summary>What the intrusion detection system before a ministry, a prefecture and companies raises.</summary>
internal static class AlertStory
{
    private static readonly int[] Guarded = [10, 11, 12, 20, 21, 22];
    private static readonly int[] GuardedWeights = [30, 14, 10, 20, 18, 8];
    private static readonly int[] RuleWeights = [22, 18, 20, 8, 10, 12, 9, 5, 8];

    /// <summary>Alerts of a day, by time.</summary>
    public static List<CapturedAlert> Of(int day)
    {
        var dice = new Dice($"alerts {day}");
        var alerts = new List<CapturedAlert>();
        foreach (var network in ExerciseNetworks.All)
        {
            for (var visits = dice.Below((network.Weight / 4) + 2); visits > 0; visits--)
            {
                var rule = AlertRule.All[dice.Weighted(RuleWeights)];
                Visit(alerts, dice, day, network, network.Host(dice.Below(network.Weight * 3)), rule, dice.Between(2, 24));
            }

            // The worm also tries what is not dark.
            for (var infected = Worm.HostsOf(network.Asn, day) / 5; infected > 0; infected--)
            {
                Visit(alerts, dice, day, network, network.Host(30_000 + dice.Below(infected * 5)), AlertRule.All[4], dice.Between(1, 5));
            }
        }

        return [.. alerts.OrderBy(alert => alert.Time)];
    }

    private static void Visit(List<CapturedAlert> alerts, Dice dice, int day, ExerciseNetwork network, Kernel.NetworkAddress source, AlertRule rule, int count)
    {
        var organisation = ExerciseOrganisation.Find(Guarded[dice.Weighted(GuardedWeights)]);
        var time = ExerciseCalendar.Moment(dice, day, network.UtcOffset);
        var target = organisation.Server(dice);
        var end = ExerciseCalendar.StartOf(day + 1);
        for (; count > 0 && time < end; count--)
        {
            alerts.Add(new CapturedAlert(time, source, (ushort)dice.Between(1_024, 65_535), target, rule.Port, rule.Protocol, rule));
            time += dice.Between(400_000, 40_000_000);
        }
    }
}
