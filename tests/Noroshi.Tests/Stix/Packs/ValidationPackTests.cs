using System.Text;
using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Tests.Stix.Packs;

/// <summary>The verdicts of a public validator. Where ours differ, docs/en/explanation/stix-verdicts.md argues it from the specification.</summary>
public sealed class ValidationPackTests
{
    private const string Name = "stix21_valid_invalid.jsonl.gz";

    // Cases that ask something else than STIX 2.1: a mistyped option, the tester's own schemas, the rules of STIX 2.0.
    private static readonly string[] OtherQuestions =
    [
        "test_invalid_check 0", "test_additional_schema_extension 0", "test_additional_schema_extension 1", "test_all 2", "test_all 3", "test_cmd_and_bundle 2",
    ];

    private static readonly string[] Argued =
    [
        // An exclamation mark in the name of a property.
        "test_custom_property_name_invalid_character 0",
        // A reference whose UUID lacks a digit.
        "test_network_traffic_http_request_header 0", "test_network_traffic_http_request_header 1", "test_network_traffic_ports 0", "test_network_traffic_ports 1", "test_network_traffic_ports 2",
        "test_network_traffic_ports 3", "test_network_traffic_protocols 0", "test_network_traffic_protocols 1", "test_network_traffic_protocols 2", "test_wellformed_network_traffic 0",
        // A language of three letters that is registered.
        "test_software_language 0",
    ];

    [Fact]
    public void Must_WhenHeldAgainstThePack_AgreesOrIsArgued()
    {
        var differing = Pack.Lines(Name).Where(line => !OtherQuestions.Contains(Pack.NameOf(line)) && Report(line).IsValid != Expected(line)).Select(Pack.NameOf).Order(StringComparer.Ordinal).ToList();
        differing.ShouldBe(Argued.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Strict_WhenNothingElseIsAsked_AgreesOrIsArgued()
    {
        var differing = Pack.Lines(Name)
            .Where(line => line.GetProperty("options").EnumerateObject().Count() == 1 && line.GetProperty("options").TryGetProperty("strict", out _) && line.TryGetProperty("valid", out _))
            .Where(line => Report(line).IsStrictlyValid != line.GetProperty("valid").GetBoolean()).Select(Pack.NameOf).ToList();
        differing.ShouldBeSubsetOf(Argued);
        differing.Count.ShouldBe(4);
    }

    private static bool Expected(JsonElement line) =>
        line.TryGetProperty("valid_musts_only", out var musts) ? musts.GetBoolean() : line.TryGetProperty("valid", out var valid) && valid.GetBoolean();

    private static StixReport Report(JsonElement line)
    {
        var input = line.GetProperty("input");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input.ValueKind == JsonValueKind.String ? input.GetString()! : input.GetRawText()));
        return StixValidator.Validate(stream);
    }
}
