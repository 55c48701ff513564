using System.Globalization;
using Noroshi.Capacity.Registry;

namespace Noroshi.Tests.Capacity.Matching;

/// <summary>Some thousand made-up projects of which it is known which are one effort twice: rewordings, another donor's record, shifted dates; and near misses of one state, sector, donor and time.</summary>
internal sealed class PlantedProjects
{
    private static readonly string[] _states = ["PH", "VN", "FJ", "KE", "GH", "PE", "MN", "LA", "KH", "TO", "WS", "SN", "RW", "MD", "GE", "BT", "NP", "ID", "TH", "EC"];
    private static readonly string[] _topics = ["CY01", "CY03", "CY04", "CY05", "CY07", "CY10", "CY13", "CY14", "CY17", "CY19", "CY20"];
    private static readonly string[] _donors = ["Northern Agency", "Island Fund", "Harbour Ministry", "Delta Cooperation", "Summit Foundation", "Meridian Institute", "Lowland Aid", "Bridge Programme"];
    private static readonly string[] _doers = ["Beacon College", "Anchor Consult", "Kestrel Labs", "Juniper Partners", "Osprey Training", "Cedar Works", "Lantern Group", "Tidewater Centre", "Willow Advisers", "Granite Office"];

    private static readonly string[] _acts =
    [
        "draft a national strategy with ministries", "set up a duty roster for night incidents", "install sensors at the gateway of public networks", "train prosecutors in electronic evidence", "run a table-top exercise with power companies",
        "write procedures for preserving logs", "equip a laboratory for mobile phone forensics", "review the criminal code against the convention", "teach school children about passwords", "certify auditors of cloud services",
        "map dependencies of the water supply", "open a portal where citizens report fraud", "create an emergency plan for hospitals", "mentor female engineers in security operations", "test backups of the land registry",
        "publish guidance for small shops", "build a malware analysis bench", "join regional drills of response teams", "inspect routers of internet exchange points", "write a curriculum for the police academy",
        "measure phishing among civil servants", "translate standards for procurement officers", "lend a mobile training lab to provinces", "harden the election commission's servers", "draw up rules for disclosure of vulnerabilities",
        "coordinate banks in a sharing circle", "assess maturity of the national response team", "advise on a data protection authority", "trace stolen virtual assets with investigators", "host a study visit for regulators",
        "simulate an attack on the port authority", "send an expert to the ministry of transport", "archive court decisions on computer crime", "set up a hotline between operators", "train journalists on safe communication",
        "pilot a security label for home routers", "renew the public key infrastructure", "write a handbook for crisis communication", "offer scholarships for a master in forensics", "survey the workforce in the capital",
    ];

    private static readonly string[] _aims =
    [
        "so that outages are shortened", "so that cases reach the courts", "in order to protect savings of families", "so that neighbours can be warned early", "in order to keep ferries and airports running", "so that young people find work", "in order to answer requests from abroad within a day",
        "so that ministries speak with one voice", "in order to lower losses of small firms", "so that rural offices are not left behind", "in order to pass the next review", "so that patients' records stay safe",
    ];

    private static readonly string[] _ways =
    [
        "through twelve workshops in three provinces", "with a resident adviser for eighteen months", "by lending equipment and spare parts", "with remote coaching every second week", "through pairs of visiting teams", "by revising manuals chapter by chapter", "with a summer school and a winter school",
        "by testing each step in a rehearsal", "with small grants to universities", "through a joint working group", "by seconding two officials", "with scenario games and debriefings",
    ];

    private static readonly string[] _whom =
    [
        "in the ministry of finance", "for coastal communities", "at the customs service", "in mountain districts", "for the weather bureau", "at two universities", "in the national library", "for fishing cooperatives", "at the supreme court",
        "for the railway operator", "in refugee camps", "for the tax office", "at the civil registry", "in vocational schools", "for the stock exchange", "at rural clinics", "for the postal bank", "in the parliament", "at the space agency", "for farmers' unions",
    ];

    private static readonly (string, string)[] _synonyms =
    [
        ("set up", "establish"), ("train ", "instruct "), ("national", "country-wide"), ("write ", "prepare "), ("draft ", "develop "), ("so that", "to the end that"), ("in order to", "to"), ("workshops", "courses"), ("adviser", "consultant"), ("equipment", "devices"),
        ("build ", "construct "), ("through", "by means of"), ("run a", "hold a"), ("small", "minor"), ("months", "mths"), ("offices", "bureaus"), ("review", "check"), ("publish", "issue"), ("officials", "officers"), ("teach", "educate"),
    ];

    private readonly Random _random;
    private readonly List<(EntryKind, Dictionary<string, string>)> _entries = [];
    private int _project;

    private PlantedProjects(int seed) => _random = new Random(seed);

    internal CapacityRecord Record { get; private set; } = null!;

    /// <summary>Ids of the projects of each planted pair.</summary>
    internal HashSet<(string, string)> Pairs { get; } = [];

    internal static PlantedProjects Of(int seed, int singles, int duplicates)
    {
        var planted = new PlantedProjects(seed);
        for (var at = 0; at < singles; at++) planted.Add(planted.Draw());
        for (var at = 0; at < duplicates; at++) planted.AddTwice(at % 3);
        for (var at = 0; at < duplicates; at++) planted.AddNearMiss();
        planted.Record = ReviewedLibrary.Record(planted._entries);
        return planted;
    }

    /// <summary>A pair in the order in which <see cref="Pairs"/> holds it.</summary>
    internal static (string, string) Ordered(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    private sealed record Draft(string Title, List<string> Sentences, string State, string Topic, string Donor, string Doer, DateOnly Start, DateOnly End, decimal? Budget, string Currency);

    private Draft Draw()
    {
        var acts = _random.GetItems(_acts, 40).Distinct().Take(3).ToList();
        var start = new DateOnly(2016 + _random.Next(9), 1 + _random.Next(12), 1);
        return new Draft(
            acts[0], [.. acts.Select(act => $"The project will {act} {Pick(_whom)} {Pick(_ways)} {Pick(_aims)}.")], Pick(_states), Pick(_topics), Pick(_donors), Pick(_doers), start, start.AddMonths(12 + _random.Next(30)),
            _random.Next(10) < 7 ? 50_000 + (1000 * _random.Next(2000)) : null, _random.Next(3) == 0 ? "EUR" : "USD");
    }

    private string Add(Draft draft)
    {
        // A project's id is its place among all entries, counted as the record counts them.
        var id = $"C-{_entries.Count + 1}";
        _project++;
        _entries.Add((EntryKind.Project, new()
        {
            ["title"] = $"{draft.State} cybersecurity capacity: {draft.Title}",
            ["text"] = string.Join(' ', draft.Sentences),
            ["status"] = "2",
            ["planned_start"] = Day(draft.Start),
            ["planned_end"] = Day(draft.End),
            ["recipients"] = draft.State + " 100",
            ["sectors"] = $"99:{draft.Topic} 100",
            ["funding"] = draft.Donor,
            ["implementing"] = draft.Doer,
            ["identifier"] = $"XM-{_project}",
        }));
        if (draft.Budget is { } budget)
            _entries.Add((EntryKind.Money, new() { ["project"] = id, ["type"] = "budget", ["amount"] = budget.ToString(CultureInfo.InvariantCulture), ["currency"] = draft.Currency, ["start"] = Day(draft.Start) }));
        return id;
    }

    private void AddTwice(int how)
    {
        var draft = Draw();
        var again = how switch
        {
            // The same donor reports it again in other words.
            0 => draft with { Title = Reword(draft.Title), Sentences = [.. Shuffled(draft.Sentences).Select(Reword)] },

            // Another donor's record of the same project: its own share, its own text, the same doer.
            1 => draft with { Donor = Pick(_donors), Title = Reword(draft.Title), Sentences = [.. draft.Sentences.Select(Reword), "Co-financed with other partners; reported separately."], Budget = draft.Budget / 2, Topic = _random.Next(2) == 0 ? draft.Topic : Pick(_topics) },

            // The same project with dates moved by some months, and one sentence left out.
            _ => draft with { Start = draft.Start.AddMonths(3 + _random.Next(6)), End = draft.End.AddMonths(3 + _random.Next(6)), Sentences = [.. draft.Sentences.Take(2).Select(Reword)] },
        };
        Pairs.Add(Ordered(Add(draft), Add(again)));
    }

    /// <summary>The same state, topic, donor, doer and time, and the same phrases, for other work.</summary>
    private void AddNearMiss()
    {
        var draft = Draw();
        Add(draft);
        var others = _random.GetItems(_acts, 60).Distinct().Where(act => !draft.Sentences.Exists(sentence => sentence.Contains(act, StringComparison.Ordinal))).Take(3).ToList();
        var (whom, way, aim) = (Pick(_whom), Pick(_ways), Pick(_aims));
        Add(draft with { Title = others[0], Sentences = [.. others.Select(act => $"The project will {act} {whom} {way} {aim}.")], Budget = draft.Budget + 5000 });
    }

    private string Reword(string text)
    {
        foreach (var (word, other) in _synonyms)
        {
            if (_random.Next(4) < 3) text = text.Replace(word, other, StringComparison.Ordinal);
        }

        return text.Replace("The project will", _random.Next(2) == 0 ? "This action shall" : "The programme is to", StringComparison.Ordinal);
    }

    private List<string> Shuffled(List<string> sentences)
    {
        var all = sentences.ToArray();
        _random.Shuffle(all);
        return [.. all];
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
