using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Validation;

/// <summary>The table of types, held against itself: an object made from it is valid, and each thing that it asks is missed when it is not there.</summary>
public sealed class TypeTableTests
{
    private const string Uuid = "28bb3599-77cd-4a82-a950-b5bc3caf07c4";

    public static TheoryData<string> Types => [.. StixTypes.All];

    [Fact]
    public void Table_WhenRead_HoldsEveryTypeOfTheSpecification()
    {
        StixTypes.All.GroupBy(type => StixTypes.CategoryOf(type)).ToDictionary(group => group.Key, group => group.Count()).ShouldBe(
            new Dictionary<StixCategory, int> { [StixCategory.DomainObject] = 19, [StixCategory.CyberObservable] = 18, [StixCategory.RelationshipObject] = 2, [StixCategory.MetaObject] = 3 }, ignoreOrder: true);
        TypeTable.Extensions.Count.ShouldBe(12);
        StixTypes.CategoryOf("x-other").ShouldBe(StixCategory.Custom);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_WhenMadeFromTheTable_IsValid(string type) => Errors(Sample(type)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_WhenARequiredPropertyIsMissing_IsNotValid(string type)
    {
        foreach (var property in TypeTable.Objects[type].Properties.Where(property => property.Required))
        {
            var sample = Sample(type);
            sample.Remove(property.Name);
            // Without spec_version an object is one of STIX 2.0, which is not wrong.
            if (property.Name == "spec_version") continue;
            Errors(sample).ShouldContain(error => error.Rule == "required" || error.Rule == "any-of" || error.Rule == "together", $"{type} without {property.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Type_WhenAPropertyHoldsSomethingElse_PointsToIt(string type)
    {
        foreach (var property in TypeTable.Objects[type].Properties)
        {
            if (property.Name is "type") continue;
            var sample = Sample(type);
            sample[property.Name] = JsonNode.Parse(property.IsList ? "7" : property.Kind is ValueKind.Boolean or ValueKind.Integer or ValueKind.Float ? "\"a\"" : "7");
            Errors(sample).ShouldContain(error => error.Pointer == "/" + property.Name, $"{type}.{property.Name}");
        }
    }

    private static JsonObject Sample(string type)
    {
        var item = new JsonObject { ["type"] = type, ["id"] = $"{type}--{Uuid}" };
        var shape = TypeTable.Objects[type];
        foreach (var property in shape.Properties.Where(property => property.Required && item[property.Name] is null)) item[property.Name] = Value(property);
        foreach (var rule in shape.Rules)
        {
            if (rule.Kind is ShapeRuleKind.Any or ShapeRuleKind.One && !rule.Names.Any(name => item.ContainsKey(name))) item[rule.Names[0]] = Value(shape.Find(rule.Names[0])!);
            if (rule.Kind == ShapeRuleKind.With && item.ContainsKey(rule.Names[0]) && !item.ContainsKey(rule.Names[1])) item[rule.Names[1]] = Value(shape.Find(rule.Names[1])!);
            if (rule.Kind == ShapeRuleKind.Filled && shape.Properties[^1] is { } last && item.Count == 2) item[last.Name] = Value(last);
        }

        if (type == "marking-definition") (item["definition_type"], item["definition"]) = ("statement", new JsonObject { ["statement"] = "s" });
        if (type == "observed-data") (item["object_refs"], _) = (new JsonArray($"file--{Uuid}"), item.Remove("objects"));
        return item;
    }

    private static JsonNode Value(PropertyRow row)
    {
        var one = One(row);
        return row.IsList ? new JsonArray(one) : one;
    }

    private static JsonNode One(PropertyRow row) => row.Kind switch
    {
        ValueKind.Boolean => false,
        ValueKind.Integer or ValueKind.Float => Math.Max(1, row.Min),
        ValueKind.Timestamp or ValueKind.TimestampMs => "2016-08-22T14:09:00.123Z",
        ValueKind.Id => $"identity--{Uuid}",
        ValueKind.Ref => $"{(row.Argument[0] == '@' ? row.Argument.StartsWith("@sdo", StringComparison.Ordinal) ? "malware" : "file" : row.Argument.Split('|')[0])}--{Uuid}",
        ValueKind.Enum or ValueKind.Vocab => row.Argument == "spec-version" ? "2.1" : row.Words!.First(),
        ValueKind.Hashes => new JsonObject { ["MD5"] = new string('a', 32) },
        ValueKind.Dictionary or ValueKind.Object => new JsonObject { ["key"] = "value" },
        ValueKind.Contents => new JsonObject { ["ja"] = new JsonObject { ["name"] = "名" } },
        ValueKind.Struct => new JsonObject(TypeTable.Structs[row.Argument].Properties.Where((part, index) => part.Required || index == 0).Select(part => KeyValuePair.Create<string, JsonNode?>(part.Name, Value(part)))),
        ValueKind.Uri => "https://example.com/",
        ValueKind.Email => "jdoe@example.com",
        ValueKind.Ipv4 => "198.51.100.3",
        ValueKind.Ipv6 => "2001:db8::1",
        ValueKind.Mac => "d2:fb:49:24:37:18",
        ValueKind.Domain => "example.com",
        ValueKind.Binary => "VBORw0KGgoAAAANSUhEUgAAADI==",
        ValueKind.Protocol => "tcp",
        _ => row.Name == "pattern" ? "[file:size = 1]" : "value",
    };

    private static IReadOnlyList<StixFinding> Errors(JsonObject item)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(item)));
        return StixValidator.Validate(stream).Errors;
    }
}
