using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Exchange.Misp;

/// <summary>The objects of a bundle at hand: each identifier in its latest version.</summary>
internal sealed class StixShelf
{
    private const int Most = 1_000_000;

    private readonly Dictionary<string, (JsonElement Item, string Pointer)> _byId = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    private StixShelf()
    {
    }

    /// <summary>Identifiers in the order of the input.</summary>
    public IReadOnlyList<string> Order => _order;

    /// <summary>Reads a stream of bundles and objects.</summary>
    /// <exception cref="StixFormatException">It is no JSON, or holds too many objects.</exception>
    public static StixShelf Read(Stream stream, LossList losses)
    {
        var shelf = new StixShelf();
        using var reader = new StixReader(stream);
        var standing = 0;
        while (reader.Read() is { } next)
        {
            using (next)
            {
                if (next.IsBundle) continue;
                var pointer = next.Position < 0 ? MispPointer.Item("", standing++) : MispPointer.Item("/objects", next.Position);
                if (next.Json.ValueKind != JsonValueKind.Object || next.Id.Length == 0 || next.Type.Length == 0 || !next.IsUnicode) losses.Gone(pointer, "this is no object with a type and an identifier");
                else shelf.Put(next.Id, next.Json.Clone(), pointer, losses);
            }
        }

        return shelf;
    }

    /// <summary>An object; null when it is not in the bundle.</summary>
    public JsonElement? Find(string? id) => id is not null && _byId.TryGetValue(id, out var found) ? found.Item : null;

    /// <summary>Where an object stood.</summary>
    public string Pointer(string id) => _byId[id].Pointer;

    /// <summary>The type of an object.</summary>
    public string Type(string id) => MispText.Of(_byId[id].Item, "type") ?? "";

    private void Put(string id, JsonElement item, string pointer, LossList losses)
    {
        if (!_byId.TryGetValue(id, out var there))
        {
            if (_order.Count == Most) throw new StixFormatException($"There are more than {Most:N0} objects; split the bundle.");
            _byId[id] = (item, pointer);
            _order.Add(id);
            return;
        }

        var isLater = string.CompareOrdinal(MispText.Of(item, "modified") ?? "", MispText.Of(there.Item, "modified") ?? "") > 0;
        if (isLater) _byId[id] = (item, pointer);
        losses.Gone(isLater ? there.Pointer : pointer, "another version of this object is in the bundle; MISP keeps one");
    }
}
