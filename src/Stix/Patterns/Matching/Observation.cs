using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>An observed-data object with the objects that it refers to.</summary>
/// <param name="Id">Identifier of the observed-data.</param>
/// <param name="First">When it was first observed.</param>
/// <param name="Last">When it was last observed.</param>
/// <param name="Number">How often.</param>
/// <param name="Objects">The observed objects; patterns speak about these.</param>
/// <param name="Scope">What references in them lead to, by identifier.</param>
public sealed record Observation(string Id, StixInstant First, StixInstant Last, int Number, IReadOnlyList<JsonElement> Objects, IReadOnlyDictionary<string, JsonElement> Scope)
{
    private (IReadOnlyList<JsonElement> Of, string[] Types)? _types;

    /// <summary>The type of each object, empty where it has none; read once, because every comparison asks for it.</summary>
    internal string[] Types
    {
        get
        {
            if (_types is { } known && ReferenceEquals(known.Of, Objects)) return known.Types;
            string[] types = [.. Objects.Select(TypeOf)];
            _types = (Objects, types);
            return types;
        }
    }

    /// <summary>Makes an observation of an observed-data object.</summary>
    /// <param name="observed">The object; of STIX 2.1 with <c>object_refs</c> or of 2.0 with <c>objects</c>.</param>
    /// <param name="scope">The objects around it, by identifier.</param>
    public static Observation Of(JsonElement observed, IReadOnlyDictionary<string, JsonElement> scope)
    {
        var first = Instant(observed, "first_observed"u8);
        var number = observed.TryGetProperty("number_observed"u8, out var counted) && counted.ValueKind == JsonValueKind.Number && counted.TryGetInt32(out var count) ? Math.Max(1, count) : 1;
        var id = observed.TryGetProperty("id"u8, out var own) && JsonBytes.TryGetString(own, out var text) ? text : "";
        var last = Instant(observed, "last_observed"u8);
        // Either may be missing or wrong in what others send.
        var (from, to) = (first ?? last ?? default, last ?? first ?? default);
        var (objects, around) = Contents(observed, scope);
        return new Observation(id, from, to < from ? from : to, number, objects, around);
    }

    internal bool TryFollow(JsonElement reference, out JsonElement target)
    {
        target = default;
        return JsonBytes.TryGetString(reference, out var id) && Scope.TryGetValue(id, out target);
    }

    private static (List<JsonElement> Objects, IReadOnlyDictionary<string, JsonElement> Scope) Contents(JsonElement observed, IReadOnlyDictionary<string, JsonElement> scope)
    {
        List<JsonElement> objects = [];
        if (observed.TryGetProperty("objects"u8, out var held) && held.ValueKind == JsonValueKind.Object && held.EnumerateObject().Any())
        {
            Dictionary<string, JsonElement> inside = new(StringComparer.Ordinal);
            foreach (var member in held.EnumerateObject())
            {
                if (!JsonBytes.TryGetName(member, out var key)) continue;
                inside[key] = member.Value;
                objects.Add(member.Value);
            }

            return (objects, inside);
        }

        if (!observed.TryGetProperty("object_refs"u8, out var refs) || refs.ValueKind != JsonValueKind.Array) return (objects, scope);
        foreach (var reference in refs.EnumerateArray())
        {
            if (JsonBytes.TryGetString(reference, out var id) && scope.TryGetValue(id, out var item)) objects.Add(item);
        }

        return (objects, scope);
    }

    private static string TypeOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("type"u8, out var type) && JsonBytes.TryGetString(type, out var text) ? text : "";

    private static StixInstant? Instant(JsonElement observed, ReadOnlySpan<byte> name) =>
        observed.TryGetProperty(name, out var value) && StixInstant.TryParse(JsonBytes.Text(value), out var instant) ? instant : null;
}
