using System.Text;
using Noroshi.Capacity.Iati.Model;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>What differs between two versions of an activity, field by field.</summary>
internal static class ActivityDifference
{
    // A field with thousands of lines is compared whole and shown in part.
    private const int Longest = 4000;

    /// <summary>The fields that differ, in the order of the standard, with what they held and hold; empty where a version does not have one.</summary>
    internal static IReadOnlyList<FieldChange> Between(IatiActivity before, IatiActivity after)
    {
        var (old, fresh) = (Fields(before), Fields(after));
        return
        [
            .. old.Keys.Union(fresh.Keys).OrderBy(name => name[0] == '@' ? -1 : IatiOrder.PlaceOf(name)).ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => new FieldChange(name, old.GetValueOrDefault(name, ""), fresh.GetValueOrDefault(name, "")))
                .Where(change => change.Old != change.New).Select(change => new FieldChange(change.Field, Cut(change.Old), Cut(change.New))),
        ];
    }

    private static Dictionary<string, string> Fields(IatiActivity activity)
    {
        var element = activity.ToElement();
        var fields = element.Attributes.ToDictionary(each => "@" + each.Key, each => each.Value, StringComparer.Ordinal);
        foreach (var same in element.Children.GroupBy(child => child.Name)) fields[same.Key] = string.Join("\n", same.Select(Line));
        return fields;
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "…";

    /// <summary>An element on one line, short enough to compare by eye.</summary>
    private static string Line(IatiElement element)
    {
        var line = new StringBuilder();
        Write(element, line);
        return line.ToString();
    }

    private static void Write(IatiElement element, StringBuilder line)
    {
        line.AppendJoin(' ', element.Attributes.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={each.Value}"));
        if (element.Text.Length > 0) line.Append(line.Length > 0 && line[^1] is not ('(' or ' ') ? " " : "").Append('"').Append(element.Text).Append('"');
        foreach (var child in element.Children)
        {
            if (line.Length > 0 && line[^1] is not ('(' or ' ')) line.Append(' ');
            line.Append(child.Name).Append('(');
            Write(child, line);
            line.Append(')');
        }
    }
}
