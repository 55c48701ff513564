using System.Globalization;
using Noroshi.Storage;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Features;

/// <summary>Weights as they are typed: <c>security=0.6,stability=0.4</c>.</summary>
internal static class GoalWeights
{
    internal static IReadOnlyDictionary<Goal, double> Read(string? text)
    {
        if (text is null) return AllocationAsk.SecurityAlone;
        var weights = new Dictionary<Goal, double>();
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, number) = part.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : throw Refuse(part, "has no '='");
            var goals = Enum.GetValues<Goal>().Where(goal => GoalCover.Word(goal) == name).ToList();
            if (goals.Count == 0) throw Refuse(part, $"names '{name}', which is no goal");
            if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || !(weight is >= 0 and <= 1e6)) throw Refuse(part, "has no number of 0 or more");
            if (!weights.TryAdd(goals[0], weight)) throw Refuse(part, $"names '{name}' a second time");
        }

        return weights.Values.Sum() > 0 ? weights : throw Refuse(text, "gives no goal a weight above 0");
    }

    private static RefusalException Refuse(string part, string what) => new($"--weights: '{part}' {what}. Write security=0.6,stability=0.4; the goals are security, majority, economy and stability.", RefusalException.Input);
}
