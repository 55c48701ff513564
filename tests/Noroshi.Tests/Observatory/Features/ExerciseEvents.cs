using System.Globalization;
using System.Text;

namespace Noroshi.Tests.Observatory.Features;

/// <summary>Small invented Suricata logs: flows from reserved addresses to the telescope's, with an overlay that gives the sources to states.</summary>
internal static class ExerciseEvents
{
    internal const string Overlay = """
        prefix,country,asn,as_name,marking
        240.1.0.0/16,PH,64512,EXERCISE network PH 64512,EXERCISE
        240.2.0.0/16,VN,64530,EXERCISE network VN 64530,EXERCISE
        240.3.0.0/16,BR,64601,EXERCISE network BR 64601,EXERCISE
        """;

    internal const string Plan = """
        prefix,organisation_id,organisation_en,organisation_ja,sector,kind,country
        198.18.0.0/17,1,"Government network (EXERCISE)",政府網(演習),government,government,JP
        198.18.128.0/17,2,"Power company (EXERCISE)",電力会社(演習),electricity,private,JP
        """;

    /// <summary>One flow from each of so many sources of a /16, an hour apart at most, on one day.</summary>
    internal static string Flows(int net, int sources, int port, int day = 1, string target = "198.18.0.9")
    {
        var text = new StringBuilder();
        for (var i = 1; i <= sources; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $$$"""{"timestamp":"2026-03-{{{day:00}}}T{{{i % 24:00}}}:10:00.000000+0000","event_type":"flow","src_ip":"240.{{{net}}}.0.{{{i}}}","src_port":40000,"dest_ip":"{{{target}}}","dest_port":{{{port}}},"proto":"TCP","flow":{"pkts_toserver":1,"pkts_toclient":0,"bytes_toserver":60,"bytes_toclient":0}}""");
            text.Append('\n');
        }

        return text.ToString();
    }
}
