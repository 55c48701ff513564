namespace Noroshi.BrowserTests.House;

/// <summary>Files of a chain of dependencies that nobody has, and a project that would mend it.</summary>
internal static class InventedChain
{
    /// <summary>The options of a study over files in a new folder below the given one.</summary>
    internal static string[] Study(string folder)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "chain")).FullName;
        return
        [
            "weaklinks", "study", "--title", "EXERCISE chain", "--exercise", "--worlds", "500", "--draws", "20", "--budget", "2",
            "--nodes", Write("nodes.csv", "id,owner,sector,m,s,low,high", "ex-net,,internet,,1,,", "ex-carrier,PH,telecom,0.4,,0.3,0.5", "ex-plant,JP,energy,0.7,,0.6,0.8"),
            "--edges", Write("edges.csv", "from,to,class,q,source", "ex-net,ex-carrier,connectivity,0.8,EXERCISE", "ex-carrier,ex-plant,supplier,0.5,EXERCISE"),
            "--values", Write("values.csv", "id,value,viewpoint", "ex-plant,40,own"),
            "--scenarios", Write("scenarios.csv", "id,entry,rate", "ex-worm,ex-net,12"),
            "--projects", Write("projects.csv", "id,cost,nodes,e_mid,tied", "EX-1,1.5,ex-carrier,0.4,0.2", "EX-2,3,ex-plant,0.3,1"),
        ];

        string Write(string name, params string[] lines)
        {
            var path = Path.Combine(place, name);
            File.WriteAllLines(path, lines);
            return path;
        }
    }
}
