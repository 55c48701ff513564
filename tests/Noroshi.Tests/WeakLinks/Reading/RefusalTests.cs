using Noroshi.Storage;
using Noroshi.WeakLinks.Reading;

namespace Noroshi.Tests.WeakLinks.Reading;

/// <summary>What is wrong is refused with file, row, column and what to do; what is missing is never taken as nought.</summary>
public sealed class RefusalTests : IDisposable
{
    private static readonly Dictionary<string, int> Known = new() { ["a"] = 0, ["b"] = 1 };

    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-weaklinks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("id,m\na,0.5\na,0.6\n", "row 3, column id", "as in row 2")]
    [InlineData("id,m\na,\n", "row 2, column m", "never taken as nought")]
    [InlineData("id,s\na,1.5\n", "row 2, column s", "from 0 to 1")]
    [InlineData("id,s\na,-0.1\n", "row 2, column s", "from 0 to 1")]
    [InlineData("id,m\na,NaN\n", "row 2, column m", "not a number")]
    [InlineData("id,m\na,\"0,5\"\n", "row 2, column m", "not a number")]
    [InlineData("id,m,s\na,0.5,0.5\n", "row 2, column s", "one of the two")]
    [InlineData("id,m,low,high\na,0.5,0.6,0.7\n", "row 2, column low", "low ≤ middle")]
    [InlineData("id,m,low,high\na,0.5,0.2,0.4\n", "row 2, column high", "low ≤ middle")]
    [InlineData("id,m,low\na,0.5,0.2\n", "row 2, column high", "both ends")]
    [InlineData("id,m\n", "nodes.csv", "no rows")]
    [InlineData("", "nodes.csv", "no rows")]
    [InlineData("id,maturity\na,0.5\n", "row 1", "no column 'maturity'")]
    [InlineData("id,id,m\na,a,0.5\n", "row 1", "stands twice")]
    [InlineData("m\n0.5\n", "row 1", "'id' is missing")]
    [InlineData("id,m\na\n", "row 2", "1 cells, the header 2")]
    [InlineData("id,m\n\"a,0.5\n", "row 2", "quotation mark is open")]
    [InlineData("id,m\na;b,0.5\n", "row 2, column id", "no semicolon")]
    [InlineData("id,m\n ,0.5\n", "row 2, column id", "is empty")]
    public void Nodes_WhenWrong_AreRefusedWithTheirPlace(string text, string place, string todo) => Refused("nodes.csv", text, place, todo, path => NodesFile.Read(path));

    [Theory]
    [InlineData("from,to,q\na,x,0.5\n", "row 2, column to", "not among the nodes")]
    [InlineData("from,to,q\na,a,0.5\n", "row 2, column to", "leads to another node")]
    [InlineData("from,to,q\na,b,0.5\na,b,0.6\n", "row 3, column to", "repeats row 2")]
    [InlineData("from,to,q\na,b,\n", "row 2, column q", "never taken as nought")]
    [InlineData("from,to,q\na,b,2\n", "row 2, column q", "from 0 to 1")]
    [InlineData("from,to,hits,exposure\na,b,3,2\n", "row 2, column hits", "among the exposure")]
    [InlineData("from,to,hits,exposure\na,b,3,\n", "row 2, column exposure", "together")]
    [InlineData("from,to,hits,exposure\na,b,-3,5\n", "row 2, column hits", "whole number")]
    [InlineData("from,to,q,hits,exposure\na,b,0.5,1,2\n", "row 2, column q", "or the observation")]
    public void Edges_WhenWrong_AreRefusedWithTheirPlace(string text, string place, string todo) => Refused("edges.csv", text, place, todo, path => EdgesFile.Read(path, Known));

    [Theory]
    [InlineData("id,value\na,-1\n", "row 2, column value", "0 or more")]
    [InlineData("id,value\na,\n", "row 2, column value", "never taken as nought")]
    [InlineData("id,value\nx,1\n", "row 2, column id", "not among the nodes")]
    [InlineData("id,value,viewpoint\na,1,own\na,2,own\n", "row 3, column id", "repeats row 2")]
    public void Values_WhenWrong_AreRefusedWithTheirPlace(string text, string place, string todo) => Refused("values.csv", text, place, todo, path => ValuesFile.Read(path, Known));

    [Theory]
    [InlineData("id,entry,rate\nk,a;x,1\n", "row 2, column entry", "'x'")]
    [InlineData("id,entry,rate\nk,a,-1\n", "row 2, column rate", "0 or more")]
    [InlineData("id,entry,rate\nk,a,\n", "row 2, column rate", "never taken as nought")]
    [InlineData("id,entry,rate\nk,;,1\n", "row 2, column entry", "joined by semicolons")]
    [InlineData("id,entry,rate\nk,a,1\nk,b,1\n", "row 3, column id", "as in row 2")]
    public void Scenarios_WhenWrong_AreRefusedWithTheirPlace(string text, string place, string todo) => Refused("scenarios.csv", text, place, todo, path => ScenariosFile.Read(path, Known));

    [Theory]
    [InlineData("id,cost,nodes,e_mid\np,-1,a,0.5\n", "row 2, column cost", "0 or more")]
    [InlineData("id,cost,nodes,e_mid\np,1,x,0.5\n", "row 2, column nodes", "not among the nodes")]
    [InlineData("id,cost,nodes,e_mid\np,1,a,1.5\n", "row 2, column e_mid", "from 0 to 1")]
    [InlineData("id,cost,nodes,e_mid\np,1,a,\n", "row 2, column e_mid", "fraction")]
    [InlineData("id,cost,nodes,e_low,e_mid,e_high\np,1,a,0.6,0.5,0.7\n", "row 2, column e_low", "e_low ≤ e_mid")]
    [InlineData("id,cost,nodes,e_mid,tied\np,1,a,0.5,perhaps\n", "row 2, column tied", "not a number")]
    [InlineData("id,cost,nodes,e_mid,requires\np,1,a,0.5,r\n", "row 2, column requires", "not among the projects")]
    [InlineData("id,cost,nodes,e_mid,requires\np,1,a,0.5,r\nr,1,b,0.5,p\n", "row 2, column requires", "p → r → p")]
    [InlineData("id,cost,nodes,e_mid,requires\np,1,a,0.5,p\n", "row 2, column requires", "p → p")]
    public void Projects_WhenWrong_AreRefusedWithTheirPlace(string text, string place, string todo) => Refused("projects.csv", text, place, todo, path => ProjectsFile.Read(path, Known));

    [Fact]
    public void Files_WhenGood_AreReadAsTheyStand()
    {
        var nodes = NodesFile.Read(Write("nodes.csv", "\uFEFFid,owner,sector,m,low,high\r\n\"a\",\"Ministry, of \"\"X\"\"\",energy,0.5,0.4,0.9\r\n\r\nb,,,1,,\r\n"));
        nodes[0].ShouldBe(new Noroshi.WeakLinks.Domain.LinkNode("a", "Ministry, of \"X\"", "energy", 0.5, null, 0.4, 0.9));
        nodes[1].Low.ShouldBeNull();
        var arc = EdgesFile.Read(Write("edges.csv", "from,to,class,hits,exposure,source\na,b,flow,3,8,observatory\n"), Known).ShouldHaveSingleItem();
        arc.Mean.ShouldBe(0.4, 1e-15);
        ValuesFile.Read(Write("values.csv", "id,value\nb,7\n"), Known)["all"].ShouldBe([0, 7]);
        ScenariosFile.Read(Write("scenarios.csv", "id,entry,rate\nk,a;b;a,12\n"), Known).ShouldHaveSingleItem().Entries.ShouldBe([0, 1]);
        ProjectsFile.Read(Write("projects.csv", "id,cost,controls,nodes,e_low,e_mid,e_high,months,tied,donor,region,group,requires\np,1,x,a;b,,0.5,,,yes,JP,ASEAN,,\n"), Known).ShouldHaveSingleItem().Tied.ShouldBe(1);
    }

    [Fact]
    public void Files_WhenWrittenAsJson_SayTheSame()
    {
        var nodes = NodesFile.Read(Write("nodes.json", """[{"id":"a","owner":"PH","m":0.5,"low":0.4,"high":0.9},{"id":"b","s":1}]"""));
        nodes[0].ShouldBe(new Noroshi.WeakLinks.Domain.LinkNode("a", "PH", "", 0.5, null, 0.4, 0.9));
        nodes[1].Susceptibility.ShouldBe(1);
        ScenariosFile.Read(Write("scenarios.json", """[{"id":"k","entry":["a","b"],"rate":12}]"""), Known).ShouldHaveSingleItem().Entries.ShouldBe([0, 1]);
        ProjectsFile.Read(Write("projects.json", """[{"id":"p","cost":1,"nodes":["a"],"e_mid":0.5,"tied":true}]"""), Known).ShouldHaveSingleItem().Tied.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"id":"a"}""", "nodes.json", "no array")]
    [InlineData("[]", "nodes.json", "no rows")]
    [InlineData("""[{"id":"a","m":0.5},3]""", "row 2", "no object")]
    [InlineData("""[{"id":"a","maturity":0.5}]""", "row 1", "no column 'maturity'")]
    [InlineData("""[{"id":"a","m":null}]""", "row 1, column m", "never taken as nought")]
    [InlineData("""[{"id":"a","m":2}]""", "row 1, column m", "from 0 to 1")]
    [InlineData("""[{"id":"a","m":{}}]""", "row 1, column m", "no text, number or list")]
    [InlineData("""[{"id":["a;b"],"m":1}]""", "row 1, column id", "no text, number or list")]
    [InlineData("""[{"id":"a","id":"b","m":1}]""", "row 1", "stands twice")]
    [InlineData("""[{"id":"a","m":0.5}""", "line 1", "not JSON")]
    [InlineData("""[[[[[[]]]]]]""", "line 1", "not JSON")]
    public void Json_WhenWrong_IsRefusedWithItsPlace(string text, string place, string todo) => Refused("nodes.json", text, place, todo, path => NodesFile.Read(path));

    [Fact]
    public void Relationships_WhenTheirChancesAreDeclared_BecomeEdgesBothWays()
    {
        var nodes = new Dictionary<string, int> { ["64500"] = 0, ["64501"] = 1, ["64502"] = 2 };
        var arcs = EdgesFile.Read(Write("rel.txt", "# source\n64500|64501|-1\n64501|64502|0|bgp\n"), nodes, RelationshipsFile.Declared("customer=0.3,provider=0.1,peer=0.05"));
        arcs.Select(arc => (arc.From, arc.To, arc.Class, arc.Mean, arc.Source)).ShouldBe([(0, 1, "to customer", 0.3, "rel.txt"), (1, 0, "to provider", 0.1, "rel.txt"), (1, 2, "peer", 0.05, "rel.txt"), (2, 1, "peer", 0.05, "rel.txt")]);
    }

    [Theory]
    [InlineData("1|2|-1\n", "--relationship-q", null)]
    [InlineData("1|2|-1\n1|3|-1\n", "row 2: '3' is not among the nodes", "customer=1,provider=1,peer=1")]
    [InlineData("1|2|-1\n2|1|0\n", "row 2: the relationship of '2' and '1' stands twice", "customer=1,provider=1,peer=1")]
    [InlineData("1|2|-1\n1|2|5\n", "row 2: this is no relationship", "customer=1,provider=1,peer=1")]
    [InlineData("1|1|0\n", "row 1: the relationship leads from '1' to itself", "customer=1,provider=1,peer=1")]
    public void Relationships_WhenWrong_AreRefusedWithTheirPlace(string text, string said, string? chances) => Should.Throw<RefusalException>(() =>
        EdgesFile.Read(Write("rel.txt", text), new Dictionary<string, int> { ["1"] = 0, ["2"] = 1 }, RelationshipsFile.Declared(chances))).Message.ShouldContain(said);

    [Theory]
    [InlineData("customer=1,peer=1")]
    [InlineData("customer=1,provider=2,peer=1")]
    [InlineData("customer=1,customer=1,peer=1")]
    [InlineData("fast")]
    public void Chances_WhenWrong_AreRefused(string text) => Should.Throw<RefusalException>(() => RelationshipsFile.Declared(text)).Message.ShouldContain("all three");

    [Fact]
    public void Limits_WhenRead_HoldTheProjectsUnderThem()
    {
        var model = new Noroshi.WeakLinks.Domain.LinkModel([new("a", "PH", "", 0.5, null, null, null), new("b", "JP", "", 0.5, null, null, null)], [], [], new Dictionary<string, double[]>());
        var projects = ProjectsFile.Read(Write("projects.csv", "id,cost,nodes,e_mid,donor,region\np,1,a,0.5,JP,ASEAN\nq,2,b,0.5,US,\n"), Known);
        var limits = LimitsFile.Read(Write("limits.csv", "kind,name,least,most\nregion,ASEAN,1,\ndonor,US,,2\nrecipient,PH,,5\n"), projects, model);
        limits.Select(limit => (limit.Kind, limit.Least, limit.Most, string.Join(' ', limit.Projects))).ShouldBe([("region", 1, double.PositiveInfinity, "0"), ("donor", 0, 2, "1"), ("recipient", 0, 5, "0")]);
        foreach (var (text, said) in new[] { ("kind,name,most\ncolour,x,1\n", "donor, region or recipient"), ("kind,name,most\ndonor,FR,1\n", "no project falls"), ("kind,name,least,most\ndonor,US,,\n", "a floor, a cap, or both"), ("kind,name,least,most\ndonor,US,3,2\n", "least ≤ most") })
            Should.Throw<RefusalException>(() => LimitsFile.Read(Write("limits.csv", text), projects, model)).Message.ShouldContain(said);
        PivotalityFile.Read(Write("pi.csv", "state,pi,eta,source\nPH,0.02,0.1,forecast\n"))["PH"].ShouldBe(0.002, 1e-15);
        Should.Throw<RefusalException>(() => PivotalityFile.Read(Write("pi.csv", "state,pi,eta\nPH,0.02,\n"))).Message.ShouldContain("what you assume");
    }

    [Fact]
    public void File_WhenItIsNotThere_IsRefused() => Should.Throw<RefusalException>(() => NodesFile.Read(Path.Combine(_folder, "none.csv"))).Message.ShouldContain("cannot be read");

    [Fact]
    public void File_WhenItIsNotText_IsRefused()
    {
        var path = Path.Combine(_folder, "nodes.csv");
        File.WriteAllBytes(path, [.. "id,m\n"u8, 0xFF, 0xC0, .. ",0.5\n"u8]);
        Should.Throw<RefusalException>(() => NodesFile.Read(path)).Message.ShouldContain("UTF-8");
    }

    private void Refused(string name, string text, string place, string todo, Action<string> read)
    {
        var refusal = Should.Throw<RefusalException>(() => read(Write(name, text)));
        refusal.ExitCode.ShouldBe(RefusalException.Input);
        refusal.Message.ShouldContain(name);
        refusal.Message.ShouldContain(place);
        refusal.Message.ShouldContain(todo);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
