using System.Text.Json.Nodes;
using Noroshi.Exchange.Misp;

namespace Noroshi.Exchange.Matching;

/// <summary>Counts what was matched, and makes of it the sightings that are to be sent: one for each indicator, with first, last and how often.</summary>
/// <param name="watch">Whose indicators they are.</param>
internal sealed class SightingTally(IndicatorWatch watch)
{
    private const long MostCount = 999_999_999;

    private readonly Dictionary<int, (long First, long Last, long Count)> _seen = [];

    /// <summary>Indicators that were seen.</summary>
    public int Count => _seen.Count;

    /// <summary>Adds matches of one instant.</summary>
    public void Add(List<int> found, long at)
    {
        foreach (var number in found)
        {
            var seen = _seen.TryGetValue(number, out var before) ? before : (First: at, Last: at, Count: 0);
            _seen[number] = (Math.Min(seen.First, at), Math.Max(seen.Last, at), seen.Count + 1);
        }
    }

    /// <summary>Adds what another one counted, for example that of another thread.</summary>
    public void Add(SightingTally other)
    {
        foreach (var (number, more) in other._seen)
        {
            _seen[number] = _seen.TryGetValue(number, out var seen) ? (Math.Min(seen.First, more.First), Math.Max(seen.Last, more.Last), seen.Count + more.Count) : more;
        }
    }

    /// <summary>The sightings as STIX. Each bears the markings of its indicator, so that what goes back to the source leaves under the same rules.</summary>
    /// <param name="author">The identity that saw.</param>
    /// <param name="made">Now.</param>
    public IEnumerable<JsonObject> ToStix(string author, DateTimeOffset made)
    {
        foreach (var (number, seen) in _seen.OrderBy(one => one.Key))
        {
            var indicator = watch[number];
            var item = new JsonObject
            {
                ["type"] = "sighting",
                ["spec_version"] = "2.1",
                ["id"] = StableId.Of("sighting", author, indicator.Id, MispTime.Stix(made)),
                ["created_by_ref"] = author,
                ["created"] = MispTime.Stix(made),
                ["modified"] = MispTime.Stix(made),
                ["sighting_of_ref"] = indicator.Id,
                ["where_sighted_refs"] = new JsonArray(author),
                ["first_seen"] = MispTime.Stix(DateTimeOffset.FromUnixTimeSeconds(seen.First)),
                ["last_seen"] = MispTime.Stix(DateTimeOffset.FromUnixTimeSeconds(seen.Last)),
                // STIX counts no further.
                ["count"] = Math.Min(seen.Count, MostCount),
            };
            StixDraft.Mark(item, indicator.Markings);
            yield return item;
        }
    }
}
