using System.Collections.Frozen;
using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>The marking-definitions that STIX 2.1 (TLP 1.0) and its published extension (TLP 2.0) fix by identifier.</summary>
internal static class TlpDefinitions
{
    /// <summary>The extension under which TLP 2.0 is written.</summary>
    public const string Extension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";

    private static readonly string[] _second =
    [
        "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487",
        "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
        "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421",
        "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003",
        "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1",
    ];

    private static readonly (string Id, string Word, Tlp Level)[] _first =
    [
        ("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", "white", Tlp.Clear),
        ("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", "green", Tlp.Green),
        ("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "amber", Tlp.Amber),
        ("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "red", Tlp.Red),
    ];

    /// <summary>Every fixed identifier with what it means. TLP 1.0's WHITE is CLEAR.</summary>
    public static FrozenDictionary<string, Marking> All { get; } = _first.Select(one => new Marking(one.Id, MarkingKind.Tlp, one.Level))
        .Concat(_second.Select((id, level) => new Marking(id, MarkingKind.Tlp, (Tlp)level)))
        .ToFrozenDictionary(marking => marking.Id, StringComparer.Ordinal);

    /// <summary>The TLP 2.0 marking of a level.</summary>
    public static string IdOf(Tlp level) => _second[(int)level];

    /// <summary>The TLP 2.0 marking of a level as a STIX object.</summary>
    public static string JsonOf(Tlp level) =>
        $$$"""{"type":"marking-definition","spec_version":"2.1","id":"{{{IdOf(level)}}}","created":"2022-10-01T00:00:00.000Z","name":"{{{level.Label()}}}","extensions":{"{{{Extension}}}":{"extension_type":"property-extension","tlp_2_0":"{{{level.Label()[4..].ToLowerInvariant()}}}"} } }""";
}
