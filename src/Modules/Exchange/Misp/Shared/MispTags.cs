using System.Text.Json.Nodes;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;

namespace Noroshi.Exchange.Misp;

/// <summary>Tags that say how something may be handled, as STIX markings and back.</summary>
internal static class MispTags
{
    private static readonly string[] _firstTlp = ["marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "", "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"];

    /// <summary>The marking of a tag, as a STIX object; null for tags that say nothing of the kind.</summary>
    /// <remarks>What both versions of TLP have is written as STIX 2.1 itself defines it, so that every reader knows it. A TLP or PAP tag that is not known becomes a marking that is not known, and denies.</remarks>
    public static JsonObject? Marking(string tag)
    {
        if (tag.StartsWith("tlp:", StringComparison.OrdinalIgnoreCase))
        {
            var word = tag[4..].ToLowerInvariant();
            if (word is "white") return First(Tlp.Clear, word);
            if (!TlpLabel.TryParse(word, out var level)) return Words(tag.ToUpperInvariant(), unknown: true);
            return level is Tlp.Clear or Tlp.AmberStrict ? JsonNode.Parse(TlpDefinitions.JsonOf(level))!.AsObject() : First(level, word);
        }

        if (!tag.StartsWith("PAP:", StringComparison.OrdinalIgnoreCase)) return null;
        return PapLabel.TryParse(tag, out var pap) ? Words(pap.Label(), unknown: false) : Words(tag.ToUpperInvariant(), unknown: true);
    }

    /// <summary>The tag of a marking; null when it is neither TLP nor PAP.</summary>
    public static string? Tag(Marking marking) => marking.Kind switch
    {
        MarkingKind.Tlp when marking.Id == _firstTlp[0] => "tlp:white",
        MarkingKind.Tlp => marking.Tlp.Label().ToLowerInvariant(),
        MarkingKind.Pap => marking.Pap.Label(),
        _ => null,
    };

    private static JsonObject First(Tlp level, string word) => new()
    {
        ["type"] = "marking-definition",
        ["spec_version"] = "2.1",
        ["id"] = _firstTlp[(int)level],
        ["created"] = "2017-01-20T00:00:00.000Z",
        ["definition_type"] = "tlp",
        ["name"] = "TLP:" + word.ToUpperInvariant(),
        ["definition"] = new JsonObject { ["tlp"] = word },
    };

    private static JsonObject Words(string label, bool unknown)
    {
        var marking = new JsonObject
        {
            ["type"] = "marking-definition",
            ["spec_version"] = "2.1",
            ["id"] = StableId.Of("marking-definition", label),
            ["created"] = "2026-11-28T00:00:00.000Z",
            ["name"] = label,
        };
        if (unknown)
        {
            marking["extensions"] = new JsonObject { [MispExtension.Id] = new JsonObject { ["extension_type"] = "property-extension", ["tag"] = label } };
        }
        else
        {
            marking["definition_type"] = "statement";
            marking["definition"] = new JsonObject { ["statement"] = label };
        }

        return marking;
    }
}
