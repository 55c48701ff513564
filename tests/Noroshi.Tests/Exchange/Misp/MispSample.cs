using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Exchange.Misp;

namespace Noroshi.Tests.Exchange.Misp;

/// <summary>Invented events, drawn at random, and conversions of them.</summary>
internal static class MispSample
{
    private static readonly (string Type, string[] Values)[] Types =
    [
        ("domain", ["a.example", "日本.example", "it's.example", "\\"]), ("hostname", ["www.a.example"]), ("ip-dst", ["198.51.100.7", "2001:db8::1", "no address"]), ("ip-src|port", ["198.51.100.7|53", "198.51.100.7|x", "|"]),
        ("md5", ["b2a5abfeef9e36964281a31e17b57c97", "not a hash"]), ("sha256", ["7fa3abc229fd3cb9a0a6f07d9da15e35528c630d0ad5902d5422b305cae7eaa4"]), ("filename|sha1", ["a|b|2920d5e6c579fce772e5506caf03af65579088bd", "n|x"]),
        ("domain|ip", ["a.example|198.51.100.7"]), ("url", ["https://a.example/?q=1", "not a url", ""]), ("email-src", ["a@mail.example", "x"]), ("email-header", ["from [198.51.100.3]"]), ("AS", ["AS64496", "64496", "none"]), ("regkey|value", ["HKLM\\Software\\x|1"]),
        ("vulnerability", ["CVE-2026-0001", "x"]), ("campaign-name", ["EXERCISE"]), ("text", ["words\nand more"]), ("yara", ["rule x { condition: true }", "]"]), ("attachment", ["a.bin"]), ("malware-sample", ["a|b2a5abfeef9e36964281a31e17b57c97"]), ("user-agent", ["x"]), ("sha512/224", ["5d6dc524ce96b1bb5e96d8dc116ff53b457ffb7f16afd9019a0dd8e9"]), ("mac-address", ["12:34:56:78:90:AB"]),
        ("stix2-pattern", ["[ipv4-addr:value = '198.51.100.7']", "[x"]), ("hostname|port", ["a.example|8443"]), ("size-in-bytes", ["7"]), ("x-unknown", ["?"]),
    ];

    private static readonly string[] Tags = ["tlp:green", "tlp:white", "tlp:amber+strict", "tlp:clear", "tlp:ex:chr", "PAP:RED", "pap:white", "exercise", "a:b=\"c\""];
    private static readonly string[] Templates = ["file", "domain-ip", "ip-port", "url", "asn", "registry-key", "x-none", "user-account", "process"];
    private static readonly string[] Relations = ["filename", "md5", "domain", "ip", "dst-port", "url", "asn", "key", "username", "pid", "size-in-bytes", "first_login", "other"];
    private static readonly string[] Values = ["a.example", "198.51.100.7", "7", "AS64496", "b2a5abfeef9e36964281a31e17b57c97", "2026-01-01T00:00:00", "true", "x'y\\z", ""];
    private static readonly string[] Galaxies = ["mitre-attack-pattern", "mitre-malware", "threat-actor", "country", "sector", "tea-matrix"];

    /// <summary>An event with what drawn numbers say; the same seed draws the same.</summary>
    public static JsonObject Event(int seed)
    {
        var random = new Random(seed);
        var made = new JsonObject { ["uuid"] = Uuid(random), ["info"] = "EXERCISE " + seed.ToString(CultureInfo.InvariantCulture), ["date"] = "2026-11-28", ["published"] = random.Next(2) == 0, ["distribution"] = "3", ["analysis"] = "0", ["threat_level_id"] = 4 };
        if (random.Next(4) > 0) made["timestamp"] = Time(random);
        if (random.Next(3) > 0) made["Orgc"] = new JsonObject { ["name"] = "EXERCISE CERT", ["uuid"] = "00000000-0000-4000-8000-000000000001", ["id"] = "7" };
        if (random.Next(3) == 0) made["Tag"] = TagsOf(random);
        if (random.Next(3) == 0) made["Galaxy"] = Galaxy(random);
        if (random.Next(4) == 0) made["EventReport"] = new JsonArray(new JsonObject { ["uuid"] = Uuid(random), ["name"] = "r", ["content"] = "# 報告" });
        if (random.Next(5) == 0) made["SharingGroup"] = new JsonObject { ["name"] = "g", ["uuid"] = Uuid(random), ["id"] = "3" };
        var attributes = Enumerable.Range(0, random.Next(5)).Select(_ => (JsonNode)Attribute(random, null)).ToArray();
        if (attributes.Length > 0) made["Attribute"] = new JsonArray(attributes);
        var objects = Enumerable.Range(0, random.Next(3)).Select(_ => (JsonNode)Object(random)).ToArray();
        if (objects.Length > 0) made["Object"] = new JsonArray(objects);
        return made;
    }

    /// <summary>To STIX, after the strict reader.</summary>
    public static StixOutcome ToStix(JsonNode misp) => MispToStix.Convert(MispReader.Read(Encoding.UTF8.GetBytes(misp.ToJsonString())));

    /// <summary>To MISP.</summary>
    public static StixOutcome ToMisp(JsonNode stix)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(stix.ToJsonString()));
        return StixToMisp.Convert(stream);
    }

    /// <summary>Takes out what losses point to; what is left must come back.</summary>
    public static JsonNode Without(JsonNode misp, IEnumerable<MispLoss> losses)
    {
        var copy = misp.DeepClone();
        foreach (var loss in losses.Where(loss => loss.Kind != "beside").OrderByDescending(loss => loss.Pointer, StringComparer.Ordinal))
        {
            var steps = loss.Pointer.Split('/')[1..];
            var at = copy;
            foreach (var step in steps[..^1]) at = at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : at![step];
            if (at is JsonObject holder) holder.Remove(steps[^1]);
            else at!.AsArray().RemoveAt(int.Parse(steps[^1], CultureInfo.InvariantCulture));
        }

        return copy;
    }

    /// <summary>The same JSON, whatever the order of members.</summary>
    public static bool Same(JsonNode left, JsonNode right) => JsonNode.DeepEquals(JsonNode.Parse(left.ToJsonString()), JsonNode.Parse(right.ToJsonString()));

    private static JsonObject Attribute(Random random, string? relation)
    {
        var (type, values) = Types[random.Next(Types.Length)];
        var made = new JsonObject { ["uuid"] = Uuid(random), ["type"] = type, ["value"] = values[random.Next(values.Length)], ["to_ids"] = random.Next(2) == 0 };
        if (relation is not null)
        {
            made["object_relation"] = relation;
            made["value"] = Values[random.Next(Values.Length)];
        }

        if (random.Next(2) == 0) made["category"] = "Other";
        if (random.Next(2) == 0) made["timestamp"] = Time(random);
        if (random.Next(3) == 0) made["comment"] = "EXERCISE";
        if (random.Next(3) == 0) made["Tag"] = TagsOf(random);
        if (random.Next(4) == 0) made["first_seen"] = "2026-05-0" + random.Next(1, 10).ToString(CultureInfo.InvariantCulture) + "T00:00:00+09:00";
        if (random.Next(4) == 0) made["last_seen"] = "2026-05-05T00:00:00.123456+00:00";
        if (random.Next(5) == 0) made["Sighting"] = new JsonArray(new JsonObject { ["uuid"] = Uuid(random), ["type"] = random.Next(3).ToString(CultureInfo.InvariantCulture), ["date_sighting"] = Time(random), ["Organisation"] = new JsonObject { ["uuid"] = Uuid(random), ["name"] = "o" } });
        if (random.Next(6) == 0) made["Galaxy"] = Galaxy(random);
        if (random.Next(5) == 0) made["id"] = "12";
        if (random.Next(5) == 0) made["sharing_group_id"] = "0";
        if (random.Next(6) == 0) made["first_seen"] = null;
        if (type is "attachment" or "malware-sample" && random.Next(2) == 0) made["data"] = random.Next(5) == 0 ? "not base64" : "ZWNobw==";
        return made;
    }

    private static JsonObject Object(Random random)
    {
        var made = new JsonObject { ["uuid"] = Uuid(random), ["name"] = Templates[random.Next(Templates.Length)], ["meta-category"] = "misc", ["template_version"] = "1", ["Attribute"] = new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => (JsonNode)Attribute(random, Relations[random.Next(Relations.Length)]))]) };
        if (random.Next(3) == 0) made["ObjectReference"] = new JsonArray(new JsonObject { ["uuid"] = Uuid(random), ["object_uuid"] = made["uuid"]!.DeepClone(), ["referenced_uuid"] = random.Next(2) == 0 ? made["uuid"]!.DeepClone() : Uuid(random), ["relationship_type"] = "Related To" });
        return made;
    }

    private static JsonArray Galaxy(Random random)
    {
        var type = Galaxies[random.Next(Galaxies.Length)];
        return new JsonArray(new JsonObject { ["uuid"] = Uuid(random), ["name"] = type, ["type"] = type, ["GalaxyCluster"] = new JsonArray(new JsonObject { ["uuid"] = Uuid(random), ["type"] = type, ["value"] = "EXERCISE - T1", ["meta"] = new JsonObject { ["id"] = "kept", ["external_id"] = new JsonArray("T1"), ["synonyms"] = new JsonArray("x", "x"), ["kill_chain"] = new JsonArray("a:b"), ["refs"] = new JsonArray("https://a.example/", "no address"), ["ISO"] = "jp" } }) });
    }

    private static JsonArray TagsOf(Random random) => new([.. random.GetItems(Tags, random.Next(3)).Distinct().Select(tag => (JsonNode)new JsonObject { ["name"] = tag, ["colour"] = "#ffffff" })]);

    private static string Time(Random random) => (1_700_000_000 + random.Next(90_000_000)).ToString(CultureInfo.InvariantCulture);

    private static string Uuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString("D");
    }

    /// <summary>A node as an element.</summary>
    public static JsonElement Element(JsonNode node) => JsonElement.Parse(node.ToJsonString());
}
