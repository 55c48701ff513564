namespace Noroshi.Observatory.Exercise;

/// <summary>Three days, 6 to 8 March, on which a port that nobody asked for before is asked for by many.</summary>
internal static class PortSurge
{
    /// <summary>The port, TCP.</summary>
    public const ushort Port = 8728;

    private static readonly ushort[] Ports = [Port];

    public static void AddTo(TelescopeDay day)
    {
        var hosts = day.Day switch { 5 => 70, 6 => 211, 7 => 160, 8 => 24, _ => 0 };
        var dice = new Dice($"surge {day.Day}");
        for (var n = 0; n < hosts; n++)
        {
            // Mostly one network; the rest from everywhere.
            var network = dice.Chance(700) ? ExerciseNetworks.ByAsn(64601) : dice.Pick(ExerciseNetworks.Foreign);
            day.Scan(dice, network.Host(40_000 + n), ExerciseCalendar.Moment(dice, day.Day, network.UtcOffset), dice.Between(6, 24), Ports, ScanTool.Masscan);
        }
    }
}
