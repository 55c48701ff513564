using System.Collections.Frozen;
using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Exchange.Misp;

/// <summary>What an observable or one alternative of a pattern says: a type, and paths with values, in one form for both.</summary>
/// <param name="Type">The type of the observable.</param>
/// <param name="Values">Paths as patterns write them, with their values.</param>
internal sealed record StixValues(string Type, IReadOnlyList<(string Path, string Value)> Values)
{
    private static readonly FrozenSet<string> _frame = FrozenSet.Create(StringComparer.Ordinal, "type", "spec_version", "id", "object_marking_refs", "granular_markings", "defanged");

    /// <summary>The value at a path; null when it is not said, or not once.</summary>
    public string? this[string path] => Values.Where(one => one.Path == path).Select(one => one.Value).Take(2).ToList() is [var only] ? only : null;

    /// <summary>Of an alternative of a plain pattern; null when it speaks of several types.</summary>
    public static StixValues? Of(IReadOnlyList<PatternEquality> alternative) =>
        alternative.Select(one => one.Type).Distinct(StringComparer.Ordinal).Count() == 1 ? new StixValues(alternative[0].Type, [.. alternative.Select(one => (Plain(one.Path), one.Value))]) : null;

    /// <summary>Of an observable, with what it refers to.</summary>
    public static StixValues Of(JsonElement item, StixShelf shelf)
    {
        List<(string, string)> values = [];
        foreach (var member in item.EnumerateObject().Where(member => !_frame.Contains(member.Name))) Add(member.Name, member.Value, shelf, values, 8);
        return new StixValues(MispText.Of(item, "type") ?? "", values);
    }

    private static void Add(string path, JsonElement value, StixShelf shelf, List<(string, string)> values, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when depth > 0:
                foreach (var member in value.EnumerateObject().Where(member => member.Name != MispExtension.Id)) Add($"{path}.{member.Name}", member.Value, shelf, values, depth - 1);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Add(path + "[*]", item, shelf, values, depth);
                break;
            case JsonValueKind.String when depth > 0 && Plain(path).EndsWith("_ref", StringComparison.Ordinal) || Plain(path).EndsWith("_refs[*]", StringComparison.Ordinal):
                // What it refers to speaks for it, as in patterns.
                if (depth == 0 || shelf.Find(value.GetString()) is not { ValueKind: JsonValueKind.Object } held) break;
                foreach (var member in held.EnumerateObject().Where(member => !_frame.Contains(member.Name) || member.Name == "type")) Add($"{path}.{member.Name}", member.Value, shelf, values, Math.Min(depth - 1, 1));
                break;
            case JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                values.Add((path, value.ToString() is var text && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? text.ToLowerInvariant() : text));
                break;
        }
    }

    private static string Plain(string path) => path.Replace("[0]", "[*]", StringComparison.Ordinal).Replace("values.data", "values[*].data", StringComparison.Ordinal);
}
