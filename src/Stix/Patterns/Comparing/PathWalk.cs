using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>Is shown the values that a path leads to.</summary>
internal interface IValueVisitor
{
    /// <returns>True to end the walk.</returns>
    bool Visit(JsonElement value);
}

/// <summary>Goes the way of an object path: properties, indexes, and references to other objects of the observation.</summary>
internal static class PathWalk
{
    /// <summary>Whether the visitor accepts one of the values.</summary>
    /// <exception cref="PatternException">There are more values than the limit.</exception>
    public static bool Any<TVisitor>(TestNode test, JsonElement item, Observation observation, ref int left, ref TVisitor visitor)
        where TVisitor : struct, IValueVisitor => Walk(test, item, 0, observation, ref left, ref visitor);

    private static bool Walk<TVisitor>(TestNode test, JsonElement at, int step, Observation observation, ref int left, ref TVisitor visitor)
        where TVisitor : struct, IValueVisitor
    {
        var steps = test.Path.Steps;
        if (--left < 0) throw PatternLexer.Failure(test.Position, $"The path leads to more than {PatternLimits.Values:N0} values in one observation; make it narrower.");
        if (step == steps.Length) return visitor.Visit(at);
        var now = steps[step];
        if (now.Name is not null)
        {
            if (at.ValueKind == JsonValueKind.String && step > 0 && IsReference(steps, step - 1) && observation.TryFollow(at, out var target)) at = target;
            return at.ValueKind == JsonValueKind.Object && at.TryGetProperty(now.Utf8, out var value) && Walk(test, value, step + 1, observation, ref left, ref visitor);
        }

        if (at.ValueKind == JsonValueKind.Object && now.Index == PathStep.Every)
        {
            foreach (var member in at.EnumerateObject())
            {
                if (Walk(test, member.Value, step + 1, observation, ref left, ref visitor)) return true;
            }
        }

        if (at.ValueKind != JsonValueKind.Array) return false;
        if (now.Index != PathStep.Every) return now.Index < at.GetArrayLength() && Walk(test, at[now.Index], step + 1, observation, ref left, ref visitor);
        foreach (var item in at.EnumerateArray())
        {
            if (Walk(test, item, step + 1, observation, ref left, ref visitor)) return true;
        }

        return false;
    }

    private static bool IsReference(PathStep[] steps, int step)
    {
        while (step > 0 && steps[step].Name is null) step--;
        return steps[step].Name is { } name && (name.EndsWith("_ref", StringComparison.Ordinal) || name.EndsWith("_refs", StringComparison.Ordinal));
    }
}
