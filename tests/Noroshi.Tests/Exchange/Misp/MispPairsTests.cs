using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Exchange.Misp;
using Noroshi.Tests.Stix.Packs;

namespace Noroshi.Tests.Exchange.Misp;

/// <summary>Pairs that a public converter made, compared in what they say. Where ours differ, docs/en/reference/misp.md argues it, class by class; the counts stand there too.</summary>
public sealed class MispPairsTests
{
    private const string Name = "misp_stix_pairs.jsonl.gz";

    // They name or explain other objects; each converter has its own.
    private static readonly string[] Frame = ["identity", "marking-definition", "extension-definition"];

    [Fact]
    public void Export_WhenHeldAgainstThePack_AgreesOrIsArgued()
    {
        Dictionary<string, int> classes = new(StringComparer.Ordinal) { ["alike"] = 0, ["itself"] = 0, ["beside"] = 0, ["more"] = 0, ["other"] = 0, ["refused"] = 0 };
        var patterns = 0;
        foreach (var line in Pack.Lines(Name).Where(line => line.GetProperty("direction").GetString() == "export"))
        {
            var misp = JsonNode.Parse(line.GetProperty("misp").GetRawText())!;
            if (!IsReadable(misp))
            {
                classes["refused"]++;
                continue;
            }

            var (theirs, ours) = (Objects(line.GetProperty("stix")), Objects(MispSample.Element(MispSample.ToStix(misp).Result)));
            classes[Class(Types(theirs), Types(ours))]++;
            if (Patterns(theirs).SequenceEqual(Patterns(ours))) patterns++;
        }

        (string.Join(' ', classes.Select(one => $"{one.Key} {one.Value}")), patterns).ShouldBe(("alike 141 itself 40 beside 16 more 4 other 4 refused 1", 149));
    }

    [Fact]
    public void Import_WhenHeldAgainstThePack_AgreesOrTellsWhatIsGone()
    {
        Dictionary<string, int> classes = new(StringComparer.Ordinal) { ["alike"] = 0, ["other types"] = 0, ["told"] = 0, ["pattern"] = 0, ["silent"] = 0 };
        List<string> silent = [];
        foreach (var line in Pack.Lines(Name).Where(line => line.GetProperty("direction").GetString() == "import"))
        {
            var outcome = MispSample.ToMisp(JsonNode.Parse(line.GetProperty("stix").GetRawText())!);
            var (theirs, ours) = (Values(JsonNode.Parse(line.GetProperty("misp").GetRawText())!), Values(outcome.Result));
            var missing = theirs.Select(one => one.Value).Except(ours.Select(one => one.Value), StringComparer.Ordinal).ToList();
            var kind = theirs.SetEquals(ours) ? "alike" : missing.Count == 0 ? "other types" : outcome.Losses.Lost > 0 ? "told" : ours.Any(one => one.Type == "stix2-pattern") ? "pattern" : "silent";
            classes[kind]++;
            if (kind == "silent") silent.Add($"{Pack.NameOf(line)}: {string.Join(" · ", missing)} not in {string.Join(" · ", ours)}");
        }

        silent.ShouldBeEmpty();
        string.Join(' ', classes.Select(one => $"{one.Key} {one.Value}")).ShouldBe("alike 88 other types 10 told 46 pattern 5 silent 0");
    }

    /// <summary>Something is in it that the reader takes.</summary>
    internal static bool IsReadable(JsonNode misp)
    {
        try
        {
            MispReader.Read(Encoding.UTF8.GetBytes(misp.ToJsonString()));
            return true;
        }
        catch (MispFormatException)
        {
            return false;
        }
    }

    private static List<JsonElement> Objects(JsonElement bundle) => bundle.TryGetProperty("objects", out var list) ? [.. list.EnumerateArray().Where(item => !Frame.Contains(item.GetProperty("type").GetString()))] : [];

    private static Dictionary<string, int> Types(List<JsonElement> objects) => objects.GroupBy(item => item.GetProperty("type").GetString()!).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private static IEnumerable<string> Patterns(List<JsonElement> objects) => objects.Where(item => item.TryGetProperty("pattern", out _)).Select(item => item.GetProperty("pattern").GetString()!).Order(StringComparer.Ordinal);

    // itself: what has no word in STIX stands as itself. beside: fewer objects, the rest travels beside or is one object for one value. more: ours says more.
    private static string Class(Dictionary<string, int> theirs, Dictionary<string, int> ours)
    {
        var missing = theirs.Any(one => ours.GetValueOrDefault(one.Key) < one.Value);
        List<string> extra = [.. ours.Where(one => theirs.GetValueOrDefault(one.Key) < one.Value).Select(one => one.Key)];
        if (!missing && extra.Count == 0) return "alike";
        if (extra.Count == 0) return "beside";
        if (extra.Any(type => type is "x-misp-object" or "x-misp-attribute" or "x-misp-galaxy-cluster")) return "itself";
        return missing ? "other" : "more";
    }

    // In one form: addresses of composites apart, AS numbers without letters, times with Z.
    private static HashSet<(string Type, string Value)> Values(JsonNode misp)
    {
        var inner = misp["Event"] ?? misp["response"]?[0]?["Event"] ?? misp;
        HashSet<(string, string)> values = [];
        foreach (var attribute in inner["Attribute"]?.AsArray() ?? []) Add(attribute!);
        foreach (var attribute in (inner["Object"]?.AsArray() ?? []).SelectMany(item => item!["Attribute"]?.AsArray() ?? [])) Add(attribute!);
        return values;

        void Add(JsonNode attribute)
        {
            var type = attribute["type"]!.GetValue<string>();
            var value = attribute["value"]!.ToString().ToLowerInvariant().Replace("+00:00", "z", StringComparison.Ordinal);
            if (type is "AS") value = value.TrimStart('a', 's');
            foreach (var (part, index) in (type.Contains('|', StringComparison.Ordinal) ? value.Split('|') : [value]).Select((part, index) => (part, index))) values.Add((type.Contains('|', StringComparison.Ordinal) ? type.Split('|')[Math.Min(index, 1)] : type, part));
        }
    }
}
