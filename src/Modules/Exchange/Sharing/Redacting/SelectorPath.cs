using System.Globalization;
using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>A selector of STIX as steps into an object: names, and <c>[n]</c> for the items of lists.</summary>
internal static class SelectorPath
{
    /// <summary>The steps; null where the selector leads to nothing, so that nobody can say what it was meant to protect.</summary>
    public static IReadOnlyList<string>? Steps(JsonElement item, string selector)
    {
        var at = item;
        var steps = selector.Split('.');
        foreach (var step in steps)
        {
            if (IndexOf(step) is { } index)
            {
                if (at.ValueKind != JsonValueKind.Array || index >= at.GetArrayLength()) return null;
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return null;
            }
        }

        return steps;
    }

    /// <summary>The number of a step into a list; null for a name.</summary>
    public static int? IndexOf(string step) =>
        step.Length > 2 && step[0] == '[' && step[^1] == ']' && int.TryParse(step.AsSpan(1, step.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>A place below another.</summary>
    public static string Below(string parent, string step) => parent.Length == 0 ? step : $"{parent}.{step}";

    /// <summary>The step to an item of a list.</summary>
    public static string Item(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");
}
