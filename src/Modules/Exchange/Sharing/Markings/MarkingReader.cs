using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>Reads what a marking-definition asks. Whatever is not plainly one of the known forms is unknown, and unknown denies.</summary>
internal static class MarkingReader
{
    /// <summary>Reads a marking-definition object. A fixed TLP identifier means its level whatever else the object says.</summary>
    /// <remarks>TLP under another identifier is unknown: STIX allows no other, so nobody can tell what its author meant.</remarks>
    public static Marking Read(JsonElement definition)
    {
        var id = Text(definition, "id");
        if (TlpDefinitions.All.TryGetValue(id, out var known)) return known;
        if (Text(definition, "type") != "marking-definition" || definition.TryGetProperty("extensions"u8, out _)) return Marking.Unknown(id);
        if (Text(definition, "definition_type") != "statement" || !definition.TryGetProperty("definition"u8, out var content)) return Marking.Unknown(id);
        var words = Text(content, "statement");
        if (words.Length == 0) return Marking.Unknown(id);
        // A level may stand in the statement or in the name; where both do and differ, the closer one counts.
        Pap? level = PapLabel.TryParse(words, out var said) ? said : null;
        if (PapLabel.TryParse(Text(definition, "name"), out var named)) level = level is null || named > level ? named : level;
        return level is null ? new Marking(id, MarkingKind.Statement, Statement: words) : new Marking(id, MarkingKind.Pap, Pap: level.Value, Statement: words);
    }

    private static string Text(JsonElement item, string name)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return "";
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: not a text that could name a rule.
            return "";
        }
    }
}
