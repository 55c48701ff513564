using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Reads observations from bundles, single objects and JSON lines.</summary>
public static class ObservationReader
{
    /// <summary>The observed-data of a stream, in the order in which they stand there.</summary>
    /// <remarks>A bundle is a world of its own; objects that stand alone, one per line, share one. Objects whose texts are not Unicode are left out: nothing can be compared with them.</remarks>
    /// <exception cref="StixFormatException">The stream is not JSON.</exception>
    public static IReadOnlyList<Observation> Read(Stream stream)
    {
        Dictionary<int, Dictionary<string, JsonElement>> worlds = [];
        List<(int World, JsonElement Observed)> order = [];
        using var reader = new StixReader(stream);
        while (reader.Read() is { } next)
        {
            using (next)
            {
                if (next.IsBundle || next.Json.ValueKind != JsonValueKind.Object || !next.IsUnicode) continue;
                var world = next.Position < 0 ? -1 : next.Document;
                if (!worlds.TryGetValue(world, out var around)) worlds[world] = around = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
                var kept = next.Json.Clone();
                if (next.Type == "observed-data") order.Add((world, kept));
                if (next.Id is { Length: > 0 } id) around[id] = kept;
            }
        }

        return [.. order.Select(item => Observation.Of(item.Observed, worlds[item.World]))];
    }
}
