using System.CommandLine;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks;

namespace Noroshi.Tests.WeakLinks.Verbs;

/// <summary>The verbs as they are typed: what they print, that threads do not change a byte, and what they refuse.</summary>
public sealed class WeakLinksVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-weaklinks-").FullName;

    public WeakLinksVerbTests()
    {
        Write("nodes.csv", "id,owner,sector,m,low,high\nnet,,internet,0,,\nisp,PH,telecom,0.4,0.3,0.5\nport,PH,transport,0.6,0.5,0.8\nfab,JP,industry,0.7,0.6,0.9\ncsirt,JP,government,0.9,,\n");
        Write("edges.csv", "from,to,class,q,hits,exposure,source\nnet,isp,connectivity,0.9,,,survey\nisp,port,supplier,0.6,,,survey\nisp,fab,flow,,30,100,observatory\nport,fab,supplier,0.5,,,survey\nnet,csirt,connectivity,0.2,,,register\n");
        Write("values.csv", "id,value,viewpoint\nfab,40,own\ncsirt,10,own\nport,15,world\nfab,50,world\n");
        Write("scenarios.csv", "id,entry,rate\nworm,net,12\nsupplier,isp,2\n");
        Write("projects.csv", "id,cost,controls,nodes,e_low,e_mid,e_high,months,tied,donor,region,group,requires\nsoc,2,,isp,0.3,0.5,0.7,24,0.5,JP,ASEAN,,\npatch,1,,port;fab,0.1,0.3,0.4,12,0,JP,ASEAN,,\ntrain,0.5,,csirt,0.1,0.2,0.3,6,1,JP,,,\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Analyse_WhenAsked_SaysRiskLinksAndRoutes()
    {
        var answer = JsonDocument.Parse(await RunAsync("analyse", "--worlds", "2000", "--json")).RootElement;
        answer.EnumerateObject().Select(member => member.Name).ShouldBe(["risk", "links", "routes", "cuts", "credit", "viewpoint", "viewpoints", "susceptibility", "numbers", "sources", "interval", "worlds", "seed", "version"]);
        answer.GetProperty("risk").EnumerateObject().Select(member => member.Name).ShouldBe(["mean", "low", "high", "unit"]);
        var (mean, low, high) = (Figure(answer, "mean"), Figure(answer, "low"), Figure(answer, "high"));
        mean.ShouldBeGreaterThan(low);
        high.ShouldBeGreaterThan(mean);
        var links = answer.GetProperty("links").EnumerateArray().ToList();
        links.Select(link => link.GetProperty("d").GetDouble()).ShouldBe(links.Select(link => link.GetProperty("d").GetDouble()).OrderDescending());
        links.ShouldAllBe(link => Math.Abs((link.GetProperty("share").GetDouble() * mean) - link.GetProperty("d").GetDouble()) < 1e-9);
        answer.GetProperty("routes").EnumerateArray().First().GetProperty("nodes").EnumerateArray().Select(node => node.GetString()).First().ShouldBe("net");
        answer.GetProperty("viewpoint").GetString().ShouldBe("own");
        answer.GetProperty("viewpoints").GetArrayLength().ShouldBe(2);

        static double Figure(JsonElement answer, string name) => answer.GetProperty("risk").GetProperty(name).GetDouble();
    }

    [Theory]
    [InlineData("analyse")]
    [InlineData("allocate")]
    [InlineData("sensitivity")]
    public async Task Bytes_WhenThreadsDiffer_AreTheSame(string verb)
    {
        var one = await RunAsync(verb, "--worlds", "1500", "--threads", "1", "--json");
        (await RunAsync(verb, "--worlds", "1500", "--threads", "2", "--json")).ShouldBe(one);
        (await RunAsync(verb, "--worlds", "1500", "--threads", "8", "--json")).ShouldBe(one);
        (await RunAsync(verb, "--worlds", "1500", "--threads", "8", "--seed", "2", "--json")).ShouldNotBe(one);
    }

    [Fact]
    public async Task Allocate_WhenAsked_KeepsToBudgetAndTiedShare()
    {
        var answer = JsonDocument.Parse(await RunAsync("allocate", "--tied-max", "0.4", "--json")).RootElement;
        answer.EnumerateObject().Select(member => member.Name).Take(6).ShouldBe(["chosen", "objective", "bound", "gap", "removed", "selectionFrequency"]);
        answer.GetProperty("chosen").EnumerateArray().Select(id => id.GetString()).ShouldBe(["soc", "patch"]);
        answer.GetProperty("gap").GetDouble().ShouldBe(0, 1e-9);
        answer.GetProperty("cost").GetDouble().ShouldBe(3);
        answer.GetProperty("selectionFrequency").EnumerateObject().Select(member => member.Name).ShouldBe(["soc", "patch", "train"]);
        answer.GetProperty("tied").GetProperty("share").GetDouble().ShouldBe(1 / 3.0, 1e-12);
        answer.GetProperty("removed").GetProperty("mean").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Sensitivity_WhenTheRankingHolds_ProposesToDecide()
    {
        Write("edges.csv", "from,to,class,q,source\nnet,isp,a,0.9,survey\nisp,fab,a,0.6,survey\nnet,port,b,0.7,audit\nport,fab,b,0.5,audit\nnet,csirt,c,0.3,register\nnet,fab,c,0.2,register\n");
        Write("scenarios.csv", "id,entry,rate\nworm,net,12\n");
        var answer = JsonDocument.Parse(await RunAsync("sensitivity", "--worlds", "500", "--json")).RootElement;
        answer.GetProperty("variants").EnumerateArray().Select(variant => variant.GetProperty("kind").GetString()).Distinct().ShouldBe(["susceptibility", "ranges", "value", "source left out", "class left out", "other worlds"]);
        answer.GetProperty("topFive").GetArrayLength().ShouldBe(5);
        answer.GetProperty("lowestOverlap").GetDouble().ShouldBe(0.75, 1e-12);
        answer.GetProperty("weights").GetArrayLength().ShouldBe(0, "no projects were given");
        answer.GetProperty("decision").GetBoolean().ShouldBeTrue();
        answer.GetProperty("banner").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Sensitivity_WhenOneSourceCarriesHalfOfTheLinks_ProposesNoDecision()
    {
        Write("edges.csv", "from,to,class,q,hits,exposure,source\nnet,csirt,connectivity,0.5,,,survey\nnet,fab,connectivity,0.5,,,register\n");
        var answer = JsonDocument.Parse(await RunAsync("sensitivity", "--worlds", "500", "--json")).RootElement;
        answer.GetProperty("lowestOverlap").GetDouble().ShouldBe(0.5, 1e-12);
        answer.GetProperty("decision").GetBoolean().ShouldBeFalse();
        answer.GetProperty("banner").GetString()!.ShouldStartWith("No decision");
        (await RunAsync("sensitivity", "--worlds", "500")).ShouldStartWith("No decision");
    }

    [Fact]
    public async Task Sensitivity_WhenSeveralReasonsCount_MovesTheirWeights()
    {
        string[] plan = ["--projects", Path.Combine(_folder, "projects.csv"), "--budget", "2", "--weights", "security=0.5,stability=0.5"];
        var answer = JsonDocument.Parse(await RunAsync(["sensitivity", "--worlds", "500", "--json", .. plan])).RootElement;
        var weights = answer.GetProperty("weights").EnumerateArray().ToList();
        weights.Select(one => (one.GetProperty("goal").GetString(), one.GetProperty("factor").GetDouble())).ShouldBe([("security", 0.5), ("security", 1.5), ("stability", 0.5), ("stability", 1.5)]);
        weights.ShouldAllBe(one => one.GetProperty("kept").GetDouble() >= 0 && one.GetProperty("kept").GetDouble() <= 1);
    }

    [Fact]
    public async Task Sensitivity_WhenMaturitiesHaveSources_DoubtsEachOfThem()
    {
        Write("nodes.csv", "id,owner,sector,m,source\nnet,,internet,0,\nisp,PH,telecom,0.4,CMM of PH\nport,PH,transport,0.6,CMM of PH\nfab,JP,industry,0.7,own\ncsirt,JP,government,0.9,own\n");
        var answer = JsonDocument.Parse(await RunAsync("sensitivity", "--worlds", "500", "--json")).RootElement;
        var doubted = answer.GetProperty("variants").EnumerateArray().Where(variant => variant.GetProperty("kind").GetString()!.StartsWith("maturity", StringComparison.Ordinal)).ToList();
        doubted.Select(variant => variant.GetProperty("name").GetString()).ShouldBe(["CMM of PH", "CMM of PH", "own", "own"]);
        // Less mature is more open, so the risk lies higher at worst than at best.
        doubted[0].GetProperty("risk").GetProperty("mean").GetDouble().ShouldBeGreaterThan(doubted[1].GetProperty("risk").GetProperty("mean").GetDouble());
    }

    [Theory]
    [InlineData("--worlds is 0", "analyse", "--worlds", "0")]
    [InlineData("--threads is 0", "analyse", "--threads", "0")]
    [InlineData("--viewpoint is 'mars'; the values have own, world", "analyse", "--viewpoint", "mars")]
    [InlineData("--scenarios and --entry are both given", "analyse", "--entry", "net")]
    [InlineData("--credit is 13", "analyse", "--credit", "13")]
    [InlineData("--tied-max is 2", "allocate", "--tied-max", "2")]
    [InlineData("--draws is 0", "allocate", "--draws", "0")]
    public async Task Verb_WhenMisused_SaysWhatToDo(string said, params string[] args)
    {
        var refusal = await Should.ThrowAsync<RefusalException>(() => RunAsync(args));
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain(said);
    }

    [Fact]
    public async Task Allocate_WhenTiedIsUnknown_RefusesToTakeItAsNought()
    {
        Write("projects.csv", "id,cost,nodes,e_mid,tied\nsoc,2,isp,0.5,\n");
        (await Should.ThrowAsync<RefusalException>(() => RunAsync("allocate", "--tied-max", "0.4"))).Message.ShouldContain("'soc' does not say how much of it is tied");
        JsonDocument.Parse(await RunAsync("allocate", "--json")).RootElement.GetProperty("tied").GetProperty("share").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private async Task<string> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var host = new CommandHost(_ => throw new InvalidOperationException("These verbs need no store."), "") { Out = output };
        var root = new RootCommand();
        foreach (var command in new WeakLinksModule().Commands(host)) root.Add(command);
        string[] files = [.. ((string[])["nodes", "edges", "values", "scenarios"]).SelectMany(name => new[] { "--" + name, Path.Combine(_folder, name + ".csv") })];
        string[] plan = args[0] == "allocate" ? ["--projects", Path.Combine(_folder, "projects.csv"), "--budget", "3"] : [];
        var parsed = root.Parse(["weaklinks", .. args, .. files, .. plan]);
        parsed.Errors.Select(error => error.Message).ShouldBeEmpty();
        (await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })).ShouldBe(0);
        return output.ToString();
    }
}
