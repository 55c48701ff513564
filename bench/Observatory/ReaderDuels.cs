using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Noroshi.Bench;

/// <summary>The reading rows: captures, EVE, conn.log and flows, each beside the programs that people use for it.</summary>
internal sealed partial class ReaderDuels(string root, BenchInputs inputs)
{
    private const string Groups = "source24+proto+port";

    private const string JqGroups =
        """reduce (inputs | select(.event_type == "alert" or .event_type == "flow") | "\(.event_type) \(.src_ip | split(".")[0:3]) \(.proto) \(.dest_port)") as $key ({}; setpath([$key]; getpath([$key]) + 1)) | "\(add) \(length)" """;

    private readonly string node = Path.Combine(root, "artifacts", "bin", "Noroshi.Node", "release", "Noroshi.Node.dll");

    public IEnumerable<(string Peer, Func<CancellationToken, Task<Duel>> Make)> All()
    {
        yield return ("pcapgrp", _ => Now(new Duel("pcap by /24, protocol, port, with fingerprints", Summarise(inputs.Pcap, inputs.Packets, Groups, LoopCounts), Loop(), 1 / 1.3)));
        yield return ("pcapgrp", _ => Now(new Duel("the same and by country", Summarise(inputs.Pcap, inputs.Packets, Groups + ",country", LoopCounts), Loop(), 1 / 2.0)));
        yield return ("pcapgrp_lib", _ => Now(new Duel("pcap by /24, protocol, port, with fingerprints", Summarise(inputs.Pcap, inputs.Packets, Groups, LibraryCounts), new Contender("libpcap loop", inputs.Peer("pcapgrp_lib"), [inputs.Pcap], inputs.Packets, LoopText), 2)));
        yield return ("nfpcapd", _ => Now(new Duel("pcap to flows or groups", Summarise(inputs.Pcap, inputs.Packets, Groups, null), new Contender("nfpcapd", "nfpcapd", ["-r", inputs.Pcap, "-l", inputs.FlowsMeasured], inputs.Packets, null), 20)));
        yield return ("tshark", _ => Now(new Duel("pcap to fields or groups", Summarise(inputs.Pcap, inputs.Packets, Groups, null), new Contender("tshark", "tshark", ["-r", inputs.SmallPcap, "-T", "fields", "-e", "ip.src", "-e", "ip.proto", "-e", "tcp.dstport", "-e", "udp.dstport"], 100_000, LineCount), 200, Summarise(inputs.SmallPcap, 100_000, Groups, Events))));
        yield return ("duckdb", _ => Now(new Duel("EVE by unit, /24, protocol, port", Summarise(inputs.Eve, inputs.EveLines, Groups, EventsAndGroups), Duck($"SELECT sum(n)::BIGINT, count(*) FROM (SELECT event_type, left(src_ip, length(src_ip) - strpos(reverse(src_ip), '.')) s, proto, dest_port, count(*) n FROM read_json('{inputs.Eve}', format='newline_delimited', columns={{event_type:'VARCHAR', src_ip:'VARCHAR', dest_port:'INTEGER', proto:'VARCHAR'}}) WHERE event_type IN ('alert','flow') GROUP BY ALL)", inputs.EveLines, "DuckDB read_json"), 3)));
        // Written so that jq keeps its one object in place: written with |= or // it copies the object for each record.
        yield return ("jq", _ => Now(new Duel("EVE by unit, /24, protocol, port", Summarise(inputs.Eve, inputs.EveLines, Groups, EventsAndGroups), new Contender("jq", "jq", ["-nr", JqGroups, inputs.SmallEve], 50_000, Trimmed), 50, Summarise(inputs.SmallEve, 50_000, Groups, EventsAndGroups))));
        yield return ("duckdb", _ => Now(new Duel("conn.log by /24, protocol, port", Summarise(inputs.Conn, inputs.ConnLines, Groups, EventsAndGroups), Duck($"SELECT sum(n)::BIGINT, count(*) FROM (SELECT left(column02, length(column02) - strpos(reverse(column02), '.')) s, column06 p, column05 d, count(*) n FROM read_csv('{inputs.Conn}', delim='\t', header=false, skip=8, auto_detect=false, columns={{{ConnColumns()}}}, nullstr='-') GROUP BY ALL)", inputs.ConnLines, "DuckDB read_csv"), 2)));
        yield return ("mawk", _ => Now(new Duel("conn.log by /24, protocol, port", Summarise(inputs.Conn, inputs.ConnLines, Groups, EventsAndGroups), new Contender("mawk", "mawk", ["-F", "\t", "!/^#/{match($3,/\\.[0-9]+$/);c[substr($3,1,RSTART-1)\" \"$7\" \"$6]++;n++}END{for(k in c)m++;printf \"%d %d\\n\",n,m}", inputs.SmallConn], 1_000_000, Trimmed), 8, Summarise(inputs.SmallConn, 1_000_000, Groups, EventsAndGroups))));
        yield return ("nfdump", FlowsAsync);
    }

    private static Task<Duel> Now(Duel duel) => Task.FromResult(duel);

    private static string ConnColumns() => string.Join(", ", Enumerable.Range(0, 21).Select(i => string.Create(CultureInfo.InvariantCulture, $"column{i:00}:'{(i is 3 or 5 ? "INTEGER" : "VARCHAR")}'")));

    private static string LoopCounts(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var tools = root.GetProperty("fingerprintPackets");
        var distinct = root.GetProperty("distinct");
        if (distinct.ValueKind == JsonValueKind.Object) distinct = distinct.GetProperty(Groups);
        return $"packets {root.GetProperty("events")} groups {distinct} mirai {tools.GetProperty("mirai")} zmap {tools.GetProperty("zmap")} masscan {tools.GetProperty("masscan")}";
    }

    private static string LibraryCounts(string json) => LoopCounts(json).Split(" zmap")[0];

    private static string Events(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("events").ToString();
    }

    private static string EventsAndGroups(string json)
    {
        using var document = JsonDocument.Parse(json);
        return $"{document.RootElement.GetProperty("events")} {document.RootElement.GetProperty("distinct")}";
    }

    private static string LoopText(string output) => LoopWords().Match(output).Value;

    private static string Trimmed(string output) => output.Trim();

    private static string LineCount(string output) => output.Count(c => c == '\n').ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"packets \d+ groups \d+ mirai \d+( zmap \d+ masscan \d+)?")]
    private static partial Regex LoopWords();

    private Contender Loop() => new("C loop (mmap)", inputs.Peer("pcapgrp"), [inputs.Pcap], inputs.Packets, LoopText);

    private Contender Summarise(string file, long records, string by, Func<string, string>? counts) =>
        new("noroshi", "dotnet", [node, "observe", "summarise", file, "--by", by, "--count", "--json"], records, counts);

    private static Contender Duck(string sql, long records, string name) =>
        new(name, "dotnet", [typeof(ReaderDuels).Assembly.Location, "duckdb", sql], records, Trimmed);

    /// <summary>nfdump says how many flows its files hold; both are then compared per flow.</summary>
    private async Task<Duel> FlowsAsync(CancellationToken cancel)
    {
        var summary = await Runner.RunAsync("nfdump", ["-R", inputs.Flows, "-I"], cancel);
        var flows = long.Parse(FlowWords().Match(summary.Output).Groups[1].Value, CultureInfo.InvariantCulture);
        var peer = new Contender("nfdump -A", "nfdump", ["-R", inputs.Flows, "-A", "srcip4/24,proto,dstport", "-q", "-o", "csv", "-n", "10"], flows, null);
        return new Duel("flows by /24, protocol, port", Summarise(inputs.Conn, inputs.ConnLines, Groups, null), peer, 2);
    }

    [GeneratedRegex(@"^Flows:\s*(\d+)", RegexOptions.Multiline)]
    private static partial Regex FlowWords();
}
