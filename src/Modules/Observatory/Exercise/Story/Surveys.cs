namespace Noroshi.Observatory.Exercise;

/// <summary>Research scanners: few addresses, many ports, every day alike.</summary>
internal static class Surveys
{
    private static readonly ushort[] Ports = [21, 22, 23, 25, 53, 80, 110, 143, 443, 445, 993, 1883, 3389, 5060, 5432, 5900, 6379, 8080, 8443, 9200, 27017, 47808];

    public static void AddTo(TelescopeDay day)
    {
        var dice = new Dice($"surveys {day.Day}");
        foreach (var survey in ExerciseSurvey.All)
        {
            for (var n = 0; n < 12; n++)
            {
                var start = ExerciseCalendar.StartOf(day.Day) + ((long)(dice.Next() >> 11) % (20 * ExerciseCalendar.Hour));
                day.Scan(dice, survey.Host(10 + n), start, dice.Between(40, 90), Ports, ScanTool.ZMap);
            }
        }
    }
}
