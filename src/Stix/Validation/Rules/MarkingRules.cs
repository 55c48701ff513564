using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Markings: no marking marks itself, selectors lead somewhere, the four TLP 1.0 markings are those of the specification.</summary>
internal sealed class MarkingRules(Reporter reporter)
{
    private const string TlpCreated = "2017-01-20T00:00:00.000Z";
    private static readonly string[] _tlpProperties = ["type", "spec_version", "id", "created", "definition_type", "name", "definition"];

    private static readonly Dictionary<string, string> _tlp = new(StringComparer.Ordinal)
    {
        ["white"] = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9",
        ["green"] = "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
        ["amber"] = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82",
        ["red"] = "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
    };

    public void Check(JsonElement item, string type)
    {
        if (type == "marking-definition") CheckDefinition(item);
        if (item.TryGetProperty("granular_markings"u8, out var granular) && granular.ValueKind == JsonValueKind.Array) CheckSelectors(item, granular);
    }

    private void CheckDefinition(JsonElement item)
    {
        var id = item.TryGetProperty("id"u8, out var own) ? own.ToString() : "";
        if (item.TryGetProperty("object_marking_refs"u8, out var refs) && refs.ValueKind == JsonValueKind.Array && refs.EnumerateArray().Any(marking => IsText(marking, id)))
            reporter.ErrorAt("object_marking_refs", "marking-circle", "The marking marks itself; leave it out.");
        if (item.TryGetProperty("granular_markings"u8, out var granular) && granular.ValueKind == JsonValueKind.Array
            && granular.EnumerateArray().Any(marking => marking.ValueKind == JsonValueKind.Object && marking.TryGetProperty("marking_ref"u8, out var by) && IsText(by, id)))
            reporter.ErrorAt("granular_markings", "marking-circle", "The marking marks itself; leave it out.");
        if (!item.TryGetProperty("definition_type"u8, out var kind) || !JsonBytes.TryGetString(kind, out var word)) return;
        if (!item.TryGetProperty("definition"u8, out var definition) || definition.ValueKind != JsonValueKind.Object) return;
        switch (word)
        {
            case "tlp":
                CheckTlp(item, definition, id);
                break;
            case "statement" when !definition.TryGetProperty("statement"u8, out var statement) || statement.ValueKind != JsonValueKind.String:
                reporter.ErrorAt("definition", "required", "'statement' is missing; a statement marking says it as a text.");
                break;
            case "statement":
                break;
            default:
                reporter.WarnAt("definition_type", "vocabulary", $"'{word}' is neither statement nor tlp; use an extension for other markings.");
                break;
        }
    }

    private void CheckTlp(JsonElement item, JsonElement definition, string id)
    {
        var level = definition.TryGetProperty("tlp"u8, out var tlp) && JsonBytes.TryGetString(tlp, out var text) ? text : "";
        var known = _tlp.TryGetValue(level, out var expected) && id == expected
            && item.TryGetProperty("created"u8, out var created) && IsText(created, TlpCreated)
            && (!item.TryGetProperty("name"u8, out var name) || IsText(name, "TLP:" + level.ToUpperInvariant()))
            && item.EnumerateObject().All(member => Array.Exists(_tlpProperties, member.NameEquals))
            && definition.EnumerateObject().Count() == 1;
        if (!known) reporter.Error("tlp", "A TLP marking is one of the four of section 7.2.1.4, word for word; use it as it stands there, or TLP 2.0 by its extension.");
    }

    private void CheckSelectors(JsonElement item, JsonElement granular)
    {
        reporter.Enter("granular_markings");
        var index = 0;
        foreach (var marking in granular.EnumerateArray())
        {
            reporter.Enter(index++);
            if (marking.ValueKind == JsonValueKind.Object && marking.TryGetProperty("selectors"u8, out var selectors) && selectors.ValueKind == JsonValueKind.Array)
            {
                foreach (var selector in selectors.EnumerateArray())
                {
                    if (JsonBytes.TryGetString(selector, out var text) && !Leads(item, text))
                        reporter.ErrorAt("selectors", "selector", $"'{text}' leads to nothing in this object; write names and [N] separated by full stops, for example external_references.[0].url.");
                }
            }

            reporter.Leave();
        }

        reporter.Leave();
    }

    private static bool Leads(JsonElement item, string selector)
    {
        var at = item;
        foreach (var step in selector.Split('.'))
        {
            if (step.StartsWith('[') && step.EndsWith(']'))
            {
                if (at.ValueKind != JsonValueKind.Array || !int.TryParse(step.AsSpan(1, step.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= at.GetArrayLength()) return false;
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(Encoding.UTF8.GetBytes(step), out at))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsText(JsonElement value, string text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);
}
