using System.Text.Json;
using Noroshi.Exchange.Misp;

namespace Noroshi.Exchange.AllowLists;

/// <summary>Reads a list in the shape of MISP's warning lists: <c>name</c>, <c>type</c>, <c>list</c>, and where given <c>version</c> and <c>matching_attributes</c>.</summary>
internal static class AllowListReader
{
    private const int MostEntries = 5_000_000;

    private static readonly MispLimits _limits = new() { Bytes = 256 << 20, Values = MostEntries + 1000, Text = 1 << 16, Depth = 4 };

    /// <summary>Reads UTF-8.</summary>
    /// <exception cref="MispFormatException">It is not such a list; says where and what to do.</exception>
    public static AllowList Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > _limits.Bytes) throw new MispFormatException("", $"the list is larger than {_limits.Bytes:N0} bytes; split it.");
        MispScan.Check(json, _limits);
        var root = JsonElement.Parse(json);
        if (root.ValueKind != JsonValueKind.Object) throw new MispFormatException("", "an object with name, type and list is expected.");
        var name = MispText.Of(root, "name") ?? throw new MispFormatException("/name", "a list needs a name, which is shown where it suppresses something.");
        var kind = MispText.Of(root, "type") switch
        {
            "cidr" => AllowKind.Cidr,
            "hostname" => AllowKind.Hostname,
            "string" => AllowKind.Text,
            "substring" => AllowKind.Substring,
            "regex" => throw new MispFormatException("/type", "lists of regular expressions are not taken; write what they match as hostname, string, substring or cidr."),
            var other => throw new MispFormatException("/type", $"'{other}' is none of cidr, hostname, string, substring."),
        };
        if (!root.TryGetProperty("list"u8, out var list) || list.ValueKind != JsonValueKind.Array) throw new MispFormatException("/list", "the entries are missing; 'list' holds them as texts.");
        List<string> entries = new(list.GetArrayLength());
        foreach (var entry in list.EnumerateArray())
        {
            var place = MispPointer.Item("/list", entries.Count);
            if (entry.ValueKind != JsonValueKind.String || entry.GetString() is not { Length: > 0 } text) throw new MispFormatException(place, "an entry is a text that is not empty.");
            if (kind == AllowKind.Cidr && !AddressBits.TryParse(text, out _, out _)) throw new MispFormatException(place, $"'{text}' is no block of addresses such as 192.0.2.0/24.");
            // One that matches everything would silence every indicator.
            if ((kind == AllowKind.Substring && text.Length < 3) || (kind == AllowKind.Hostname && text.Trim('.').Length == 0)) throw new MispFormatException(place, $"'{text}' would match nearly everything; leave it out.");
            entries.Add(text);
        }

        return new AllowList(name, MispText.Of(root, "version") ?? "", kind, [.. MispText.Items(root, "matching_attributes").Select(type => type.ToString())], entries);
    }
}
