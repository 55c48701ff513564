using System.Globalization;
using System.Text;
using Noroshi.Stix;

namespace Noroshi.Bench;

/// <summary>Invented content, always the same: a bundle of all sorts of objects, indicators, observations.</summary>
internal static class ExchangeInputs
{
    private const string Time = "2026-11-28T00:00:00.000Z";

    /// <summary>A bundle; every eighth object is of the same type.</summary>
    public static byte[] Bundle(int objects)
    {
        var text = new StringBuilder("{\"type\":\"bundle\",\"id\":\"bundle--44af6c39-c09b-49c5-9de2-394224b04982\",\"objects\":[");
        for (var number = 0; number < objects; number++) text.Append(number == 0 ? "" : ",").Append(Object(number));
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }

    /// <summary>Indicators: a third addresses, a third names, the rest hashes and blocks of addresses.</summary>
    public static PatternIndex<int> Indicators(int count)
    {
        var index = new PatternIndex<int>();
        for (var number = 0; number < count; number++) index.Add(number, StixPattern.Parse(Pattern(number)));
        return index;
    }

    /// <summary>The first of the same indicators, each by itself.</summary>
    public static IReadOnlyList<PatternMatcher> Matchers(int count) => [.. Enumerable.Range(0, count).Select(number => new PatternMatcher(StixPattern.Parse(Pattern(number))))];

    /// <summary>Observations of one address or name each; one in a thousand is among the indicators.</summary>
    public static IReadOnlyList<Observation> Observations(int count)
    {
        List<Observation> observations = [];
        for (var number = 0; number < count; number++)
        {
            var value = number % 1000 == 0 ? Address(number) : string.Create(CultureInfo.InvariantCulture, $"198.18.{(number >> 8) & 255}.{number & 255}");
            using var item = StixObject.Parse(Encoding.UTF8.GetBytes(number % 2 == 0 ? $$"""{"type":"ipv4-addr","value":"{{value}}"}""" : $$"""{"type":"domain-name","value":"n{{number}}.example"}"""));
            observations.Add(new Observation("observed-data--" + number.ToString(CultureInfo.InvariantCulture), default, default, 1, [item.Json.Clone()], new Dictionary<string, System.Text.Json.JsonElement>()));
        }

        return observations;
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}");

    private static string Pattern(int number) => (number % 6) switch
    {
        0 or 1 => $"[ipv4-addr:value = '{Address(number)}']",
        2 or 3 => $"[domain-name:value IN ('c{number}.example', 'd{number}.example')]",
        4 => string.Create(CultureInfo.InvariantCulture, $"[file:hashes.'SHA-256' = '{number:x64}' AND file:size > 0]"),
        _ => string.Create(CultureInfo.InvariantCulture, $"[ipv4-addr:value ISSUBSET '172.{16 + ((number >> 16) & 15)}.{(number >> 8) & 255}.0/{24 + (number % 8)}']"),
    };

    private static string Uuid(string type, int number) => string.Create(CultureInfo.InvariantCulture, $"{type}--{number:x8}-0000-4000-8000-{number:x12}");

    private static string Object(int number)
    {
        var head = $"\"spec_version\":\"2.1\",\"created\":\"{Time}\",\"modified\":\"{Time}\",\"created_by_ref\":\"{Uuid("identity", 1)}\"";
        return (number % 8) switch
        {
            0 => $$"""{"type":"indicator","id":"{{Uuid("indicator", number)}}",{{head}},"name":"Address of a loader","description":"Seen as the second stage of a campaign against ports; invented.","indicator_types":["malicious-activity"],"pattern":"{{Pattern(number)}}","pattern_type":"stix","valid_from":"{{Time}}","confidence":80,"labels":["exercise"]}""",
            1 => $$"""{"type":"malware","id":"{{Uuid("malware", number)}}",{{head}},"name":"Example {{number}}","is_family":false,"malware_types":["worm"],"kill_chain_phases":[{"kill_chain_name":"example-chain","phase_name":"delivery"}],"external_references":[{"source_name":"example","external_id":"E{{number}}","description":"A long description of what was found where, by whom, and what was done about it."}]}""",
            2 => $$"""{"type":"relationship","id":"{{Uuid("relationship", number)}}",{{head}},"relationship_type":"indicates","source_ref":"{{Uuid("indicator", number)}}","target_ref":"{{Uuid("malware", number)}}"}""",
            3 => $$"""{"type":"ipv4-addr","id":"{{Uuid("ipv4-addr", number)}}","value":"{{Address(number)}}"}""",
            4 => $$"""{"type":"file","id":"{{Uuid("file", number)}}","name":"f{{number}}.exe","size":{{number}},"hashes":{"SHA-256":"{{number.ToString("x64", CultureInfo.InvariantCulture)}}","MD5":"{{number.ToString("x32", CultureInfo.InvariantCulture)}}"} }""",
            5 => $$"""{"type":"observed-data","id":"{{Uuid("observed-data", number)}}",{{head}},"first_observed":"{{Time}}","last_observed":"{{Time}}","number_observed":3,"object_refs":["{{Uuid("ipv4-addr", number - 2)}}","{{Uuid("file", number - 1)}}"]}""",
            6 => $$"""{"type":"attack-pattern","id":"{{Uuid("attack-pattern", number)}}",{{head}},"name":"脆弱な装置の踏み台化","description":"{{new string('文', 120)}}","x_example_rank":{{number}},"x_example_tags":["a","b"]}""",
            _ => $$"""{"type":"sighting","id":"{{Uuid("sighting", number)}}",{{head}},"sighting_of_ref":"{{Uuid("indicator", number)}}","count":{{number}},"first_seen":"{{Time}}","last_seen":"{{Time}}"}""",
        };
    }
}
