using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>The places of an object that are taken out, and where the others are afterwards.</summary>
internal sealed class RemovedPlaces
{
    private readonly HashSet<string> _places;

    private RemovedPlaces(HashSet<string> places) => _places = places;

    /// <summary>The removed places, outermost only, in the order of text.</summary>
    public IReadOnlyList<string> Outermost => [.. _places.Where(place => !Ancestors(place).Any(_places.Contains)).Order(StringComparer.Ordinal)];

    /// <summary>What to take out for selectors. What is empty afterwards goes too, because STIX forbids empty lists and objects. Null when a selector leads nowhere.</summary>
    public static RemovedPlaces? Of(JsonElement item, IEnumerable<string> selectors)
    {
        HashSet<string> places = new(StringComparer.Ordinal);
        foreach (var selector in selectors)
        {
            if (SelectorPath.Steps(item, selector) is not { } steps) return null;
            // Numbers are written in one way, so that [01] and [1] are one place.
            places.Add(steps.Aggregate("", (place, step) => SelectorPath.Below(place, SelectorPath.IndexOf(step) is { } index ? SelectorPath.Item(index) : step)));
        }

        Widen(item, "", places);
        return new RemovedPlaces(places);
    }

    /// <summary>The place itself is taken out; what lies below it goes with it.</summary>
    public bool Contains(string place) => _places.Contains(place);

    /// <summary>Something at or below a place is taken out.</summary>
    public bool Touches(string place) => _places.Any(removed => removed.Length > place.Length && removed.StartsWith(place, StringComparison.Ordinal) && removed[place.Length] == '.');

    /// <summary>Where a selector leads afterwards; null when that was taken out.</summary>
    public string? Moved(string selector)
    {
        var (before, after) = ("", "");
        foreach (var step in selector.Split('.'))
        {
            var index = SelectorPath.IndexOf(step);
            var parent = before;
            before = SelectorPath.Below(before, index is { } number ? SelectorPath.Item(number) : step);
            if (_places.Contains(before)) return null;
            after = SelectorPath.Below(after, index is { } old ? SelectorPath.Item(old - Enumerable.Range(0, old).Count(earlier => _places.Contains(SelectorPath.Below(parent, SelectorPath.Item(earlier))))) : step);
        }

        return after;
    }

    private static bool Widen(JsonElement at, string place, HashSet<string> places)
    {
        if (places.Contains(place)) return true;
        List<(string Step, JsonElement Value)> children = at.ValueKind switch
        {
            JsonValueKind.Object => [.. at.EnumerateObject().Select(member => (member.Name, member.Value))],
            JsonValueKind.Array => [.. at.EnumerateArray().Select((value, index) => (SelectorPath.Item(index), value))],
            _ => [],
        };
        if (children.Count == 0) return false;
        var gone = 0;
        foreach (var (step, value) in children)
        {
            if (Widen(value, SelectorPath.Below(place, step), places)) gone++;
        }

        return gone == children.Count && place.Length > 0 && (places.Add(place) || true);
    }

    private static IEnumerable<string> Ancestors(string place)
    {
        for (var end = place.LastIndexOf('.'); end > 0; end = place.LastIndexOf('.', end - 1)) yield return place[..end];
    }
}
