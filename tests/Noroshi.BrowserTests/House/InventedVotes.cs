using System.Globalization;

namespace Noroshi.BrowserTests.House;

/// <summary>A file of votes that never were, in the layout of the UN Digital Library: enough for points, a forecast and its record.</summary>
internal static class InventedVotes
{
    private const int Sessions = 6;
    private const int Texts = 20;

    // Enough states for every figure; the last two vote so seldom that nothing may be said of them.
    private static readonly string[] _states = ["JPN", "USA", "GBR", "FRA", "DEU", "CHN", "RUS", "IND", "BRA", "ZAF", "PHL", "IDN", "AUS", "KOR", "EGY", "MEX", "NGA", "SGP", "THA", "VNM", "NRU", "KIR"];

    internal static string Write(string folder)
    {
        var path = Path.Combine(folder, "exercise-votes.csv");
        using var file = new StreamWriter(path);
        file.WriteLine("undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title");
        for (var session = 70; session < 70 + Sessions; session++)
        {
            for (var text = 0; text < Texts; text++)
            {
                for (var state = 0; state < _states.Length; state++)
                {
                    // Where the state stands, where the text cuts, and a little that belongs to this vote alone; the same on every run.
                    var leaning = Math.Sin(state * 1.7) * Math.Cos(text * 0.9) + 0.4 * Math.Sin(session * 12.9 + text * 78.2 + state * 37.7);
                    if (state >= _states.Length - 2 && text > 2) continue;
                    file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{session}{text:00},{_states[state]},X,{(leaning < 0.3 ? 'Y' : leaning < 0.6 ? 'A' : 'N')},{1945 + session}-12-05,{session},A/RES/{session}/{text},EXERCISE: invented text on information security number {(char)('A' + text)}"));
                }
            }
        }

        return path;
    }
}
