using Noroshi.WeakLinks.Domain;
using Noroshi.WeakLinks.Features;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Exercise;

/// <summary>An invented alliance: who depends on whom, how mature each is, what a compromise would cost, and what could be paid for. No figure is of anybody real.</summary>
internal static class ExerciseAlliance
{
    internal const string Title = "EXERCISE: reach risk of an invented alliance · 架空の同盟の到達リスク";

    private const long Worlds = 4_000;
    private const int Draws = 200;

    private static readonly (string Id, string Owner, string Sector, double Maturity, double Low, double High)[] _nodes =
    [
        ("ex-open-internet", "", "internet", 0, 0, 0),
        ("ex-phishing", "", "internet", 0, 0, 0),
        ("ex-ph-telecom", "PH", "telecom", 0.45, 0.35, 0.55),
        ("ex-ph-cable", "PH", "telecom", 0.5, 0.4, 0.6),
        ("ex-ph-government", "PH", "government", 0.4, 0.3, 0.55),
        ("ex-ph-power", "PH", "energy", 0.35, 0.25, 0.5),
        ("ex-ph-port", "PH", "transport", 0.4, 0.25, 0.5),
        ("ex-ph-csirt", "PH", "csirt", 0.6, 0.5, 0.7),
        ("ex-cloud", "EX-Cloud", "cloud", 0.7, 0.6, 0.8),
        ("ex-software", "EX-Software", "software", 0.5, 0.35, 0.65),
        ("ex-outsourcer", "EX-Outsourcing", "services", 0.3, 0.2, 0.45),
        ("ex-jp-telecom", "JP", "telecom", 0.75, 0.65, 0.85),
        ("ex-jp-government", "JP", "government", 0.75, 0.65, 0.85),
        ("ex-jp-power", "JP", "energy", 0.7, 0.6, 0.8),
        ("ex-jp-port", "JP", "transport", 0.6, 0.5, 0.7),
        ("ex-jp-nuclear", "JP", "energy", 0.85, 0.75, 0.95),
        ("ex-jp-command", "JP", "command", 0.85, 0.75, 0.95),
        ("ex-jp-csirt", "JP", "csirt", 0.85, 0.8, 0.9),
    ];

    private static readonly (string From, string To, string Class, double Chance)[] _arcs =
    [
        ("ex-open-internet", "ex-ph-telecom", "connectivity", 0.7), ("ex-open-internet", "ex-ph-government", "connectivity", 0.5), ("ex-open-internet", "ex-cloud", "connectivity", 0.3),
        ("ex-open-internet", "ex-jp-telecom", "connectivity", 0.4), ("ex-open-internet", "ex-ph-port", "connectivity", 0.4), ("ex-phishing", "ex-outsourcer", "access", 0.8),
        ("ex-phishing", "ex-ph-government", "access", 0.6), ("ex-phishing", "ex-software", "access", 0.4), ("ex-phishing", "ex-jp-government", "access", 0.2),
        ("ex-ph-telecom", "ex-ph-cable", "connectivity", 0.6), ("ex-ph-telecom", "ex-ph-power", "connectivity", 0.5), ("ex-ph-telecom", "ex-ph-csirt", "connectivity", 0.2),
        ("ex-ph-cable", "ex-jp-telecom", "connectivity", 0.5), ("ex-ph-government", "ex-ph-power", "dependency", 0.4), ("ex-ph-government", "ex-ph-csirt", "dependency", 0.3),
        ("ex-ph-port", "ex-jp-port", "dependency", 0.5), ("ex-ph-csirt", "ex-jp-csirt", "dependency", 0.2), ("ex-outsourcer", "ex-software", "access", 0.5),
        ("ex-outsourcer", "ex-jp-power", "access", 0.4), ("ex-outsourcer", "ex-ph-power", "access", 0.5), ("ex-software", "ex-jp-power", "supplier", 0.6),
        ("ex-software", "ex-jp-port", "supplier", 0.5), ("ex-software", "ex-ph-port", "supplier", 0.6), ("ex-software", "ex-jp-nuclear", "supplier", 0.2),
        ("ex-software", "ex-jp-command", "supplier", 0.15), ("ex-cloud", "ex-jp-government", "supplier", 0.4), ("ex-cloud", "ex-ph-government", "supplier", 0.4),
        ("ex-jp-telecom", "ex-jp-power", "connectivity", 0.3), ("ex-jp-telecom", "ex-jp-command", "connectivity", 0.15), ("ex-jp-telecom", "ex-jp-csirt", "connectivity", 0.1),
        ("ex-jp-power", "ex-jp-nuclear", "dependency", 0.2), ("ex-jp-power", "ex-jp-port", "dependency", 0.3), ("ex-jp-government", "ex-jp-command", "dependency", 0.2),
    ];

    private static readonly (string Id, string[] Nodes, double Cost, double Low, double Effect, double High, double Tied, string Region, double Months, string Group, string[] Requires)[] _projects =
    [
        ("EX-1", ["ex-software"], 1.2, 0.2, 0.4, 0.5, 0.3, "", 12, "", []),
        ("EX-2", ["ex-outsourcer"], 0.6, 0.3, 0.5, 0.7, 0, "", 6, "", []),
        ("EX-3", ["ex-ph-telecom", "ex-ph-cable"], 3.5, 0.2, 0.45, 0.6, 0.5, "ASEAN", 24, "telecom", ["EX-6"]),
        ("EX-4", ["ex-ph-telecom"], 2.0, 0.15, 0.3, 0.45, 1, "ASEAN", 12, "telecom", []),
        ("EX-5", ["ex-ph-port", "ex-jp-port"], 1.8, 0.2, 0.4, 0.55, 0.4, "ASEAN", 18, "", []),
        ("EX-6", ["ex-ph-csirt"], 0.5, 0.1, 0.2, 0.3, 0.2, "ASEAN", 9, "", []),
        ("EX-7", ["ex-ph-power"], 1.5, 0.2, 0.4, 0.6, 0.2, "ASEAN", 15, "", []),
        ("EX-8", ["ex-ph-government"], 1.0, 0.2, 0.35, 0.5, 0.6, "ASEAN", 12, "", []),
        ("EX-9", ["ex-cloud"], 0.8, 0.05, 0.15, 0.3, 0, "", 6, "", []),
        ("EX-10", ["ex-jp-command"], 4.0, 0.3, 0.6, 0.8, 1, "", 30, "", []),
    ];

    private static readonly Dictionary<string, Naming> _names = new(StringComparer.Ordinal)
    {
        ["ex-open-internet"] = new("Open internet", "一般のインターネット"),
        ["ex-phishing"] = new("Phishing mail", "フィッシングメール"),
        ["ex-ph-telecom"] = new("Telecom of the Philippines (EXERCISE)", "フィリピンの通信事業者（演習）"),
        ["ex-ph-cable"] = new("Landing station of the Philippines (EXERCISE)", "フィリピンの陸揚局（演習）"),
        ["ex-ph-government"] = new("Government network of the Philippines (EXERCISE)", "フィリピンの政府網（演習）"),
        ["ex-ph-power"] = new("Power company of the Philippines (EXERCISE)", "フィリピンの電力会社（演習）"),
        ["ex-ph-port"] = new("Port of the Philippines (EXERCISE)", "フィリピンの港湾（演習）"),
        ["ex-ph-csirt"] = new("National CSIRT of the Philippines (EXERCISE)", "フィリピンの国家CSIRT（演習）"),
        ["ex-cloud"] = new("Cloud provider (EXERCISE)", "クラウド事業者（演習）"),
        ["ex-software"] = new("Maker of control software (EXERCISE)", "制御用ソフトウェアの供給者（演習）"),
        ["ex-outsourcer"] = new("Outsourced operations (EXERCISE)", "運用の委託先（演習）"),
        ["ex-jp-telecom"] = new("Telecom of Japan (EXERCISE)", "日本の通信事業者（演習）"),
        ["ex-jp-government"] = new("Government network of Japan (EXERCISE)", "日本の政府網（演習）"),
        ["ex-jp-power"] = new("Power company of Japan (EXERCISE)", "日本の電力会社（演習）"),
        ["ex-jp-port"] = new("Port of Japan (EXERCISE)", "日本の港湾（演習）"),
        ["ex-jp-nuclear"] = new("Nuclear plant of Japan (EXERCISE)", "日本の原子力施設（演習）"),
        ["ex-jp-command"] = new("Command network of Japan (EXERCISE)", "日本の指揮通信網（演習）"),
        ["ex-jp-csirt"] = new("National CSIRT of Japan (EXERCISE)", "日本の国家CSIRT（演習）"),
        ["EX-1"] = new("Assess suppliers", "供給者の評価"),
        ["EX-2"] = new("Multi-factor sign-in at the outsourcer", "委託先への多要素認証の導入"),
        ["EX-3"] = new("Security centre for telecom", "通信事業者のセキュリティ監視センター"),
        ["EX-4"] = new("Managed detection for telecom", "通信事業者の監視の外部委託"),
        ["EX-5"] = new("Harden ports", "港湾の防護強化"),
        ["EX-6"] = new("Train incident responders", "インシデント対応要員の研修"),
        ["EX-7"] = new("Segment power networks", "電力網の分離"),
        ["EX-8"] = new("Renew government mail", "政府電子メールの更新"),
        ["EX-9"] = new("Audit the cloud", "クラウドの監査"),
        ["EX-10"] = new("Second command network", "指揮通信網の二重化"),
    };

    internal static IReadOnlyList<RiskStudy.Input> Inputs { get; } = [];

    internal static ModelRequest Request(int threads)
    {
        var places = _nodes.Select((node, place) => (node.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        var model = new LinkModel(
            // Entries are where attempts come from: open by definition.
            [.. _nodes.Select(node => node.Owner.Length == 0
                ? new LinkNode(node.Id, node.Owner, node.Sector, null, 1, null, null) { Source = "EXERCISE: open by definition", Name = _names[node.Id] }
                : new LinkNode(node.Id, node.Owner, node.Sector, node.Maturity, null, node.Low, node.High) { Source = AssessedBy(node.Owner), Name = _names[node.Id] })],
            [.. _arcs.Select(arc => new LinkArc(places[arc.From], places[arc.To], arc.Class, arc.Chance, null, null, Source(arc.Class)))],
            [new EntryScenario("ex-worm", [places["ex-open-internet"]], 6), new EntryScenario("ex-phishing-campaign", [places["ex-phishing"]], 12)],
            new Dictionary<string, double[]>(StringComparer.Ordinal)
            {
                ["own"] = Values(places, ("ex-jp-government", 8), ("ex-jp-power", 40), ("ex-jp-port", 25), ("ex-jp-nuclear", 200), ("ex-jp-command", 150), ("ex-jp-csirt", 5)),
                ["recipient"] = Values(places, ("ex-ph-government", 6), ("ex-ph-power", 20), ("ex-ph-port", 12), ("ex-ph-csirt", 2)),
                ["world"] = Values(places, ("ex-jp-government", 8), ("ex-jp-power", 40), ("ex-jp-port", 40), ("ex-jp-nuclear", 200), ("ex-jp-command", 150), ("ex-jp-csirt", 5), ("ex-ph-government", 6), ("ex-ph-power", 20), ("ex-ph-port", 25), ("ex-ph-csirt", 2)),
            });
        return new ModelRequest(model, "own", SusceptibilityScenario.Mid, Worlds, 1, threads);
    }

    internal static AllocationAsk Plan(ModelRequest request)
    {
        var places = request.Model.Positions;
        Project[] projects = [.. _projects.Select(project => new Project(
            project.Id, project.Cost, [.. project.Nodes.Select(node => places[node])], project.Effect, project.Low, project.High, project.Tied, "JP", project.Region, project.Group, project.Months, "", project.Requires) { Name = _names[project.Id] })];
        SpendLimit[] limits = [new SpendLimit("region", "ASEAN", 1, double.PositiveInfinity, [.. Enumerable.Range(0, projects.Length).Where(place => projects[place].Region == "ASEAN")])];
        return new AllocationAsk(
            projects, new AllocationRules(projects, budget: 6, tiedMost: 0.4, limits), new Dictionary<Goal, double> { [Goal.Security] = 0.7, [Goal.Stability] = 0.3 }, new double[projects.Length],
            request.Model.Ask("world", request.Declared), Preference.Middle, Draws);
    }

    private static string Source(string kind) => kind switch
    {
        "connectivity" => "EXERCISE overlay",
        "access" => "EXERCISE survey",
        _ => "EXERCISE interviews",
    };

    private static string AssessedBy(string owner) => owner switch
    {
        "PH" => "EXERCISE assessment of the partner",
        "JP" => "EXERCISE own assessment",
        _ => "EXERCISE audit of suppliers",
    };

    private static double[] Values(Dictionary<string, int> places, params (string Id, double Value)[] values)
    {
        var all = new double[places.Count];
        foreach (var (id, value) in values) all[places[id]] = value;
        return all;
    }
}
