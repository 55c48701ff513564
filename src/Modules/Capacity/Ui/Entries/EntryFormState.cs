using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Ui;

/// <summary>What a form for an entry shows: its kind, what was typed, and what is wrong with it.</summary>
/// <remarks>
/// <c>Typed</c>: By the names of the fields; scores also node by node, as <c>level.D1.1</c>, <c>low.D1.1</c>, <c>high.D1.1</c>, <c>evidence.D1.1</c>.
/// </remarks>
internal sealed record EntryFormState(EntryKind Kind, CapacityRecord Record, AssessmentModel? Model, IReadOnlyDictionary<string, string?> Typed, IReadOnlyList<WrongAskException> Problems)
{
    private static readonly string[] _parts = ["level", "low", "high", "evidence"];

    /// <summary>What stands in a field.</summary>
    internal string? this[string field] => Typed.GetValueOrDefault(field);

    /// <summary>The nodes that can be scored, the whole first.</summary>
    internal IEnumerable<string> Codes => Model is null ? [] : Model.Nodes.Select(node => node.Code).Prepend(AssessmentModel.Whole);

    /// <summary>What was sent, by the names of the fields; scores are put together from their nodes.</summary>
    internal static Dictionary<string, string?> Sent(EntryKind kind, AssessmentModel? model, Func<string, string> sent)
    {
        var typed = EntryRules.Of(kind).ToDictionary(rule => rule.Name, rule => (string?)sent(rule.Name));
        if (kind != EntryKind.Assessment || model is null) return typed;
        var lines = new List<string>();
        foreach (var code in model.Nodes.Select(node => node.Code).Prepend(AssessmentModel.Whole))
        {
            var (level, low, high, evidence) = (sent("level." + code).Trim(), sent("low." + code).Trim(), sent("high." + code).Trim(), sent("evidence." + code).Trim());
            foreach (var (part, value) in _parts.Zip([level, low, high, evidence])) typed[$"{part}.{code}"] = value;
            if (level.Length + low.Length + high.Length + evidence.Length == 0) continue;

            // A bound that was left out is the level itself; bounds without a level are no score and are refused as such.
            var bounds = low.Length + high.Length == 0 ? "" : $" {(low.Length > 0 ? low : level)}-{(high.Length > 0 ? high : level)}";
            lines.Add($"{code} {level}{bounds}{(evidence.Length > 0 ? " | " + evidence : "")}");
        }

        typed["scores"] = string.Join('\n', lines);
        return typed;
    }

    /// <summary>The fields alone, as the reader wants them.</summary>
    internal static IReadOnlyDictionary<string, string?> Fields(Dictionary<string, string?> typed) =>
        typed.Where(field => !field.Key.Contains('.', StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value);

    /// <summary>What is kept, as it would be typed.</summary>
    internal static Dictionary<string, string?> Kept(Entry entry)
    {
        var typed = entry.Fields.ToDictionary(field => field.Key, field => (string?)field.Value);
        foreach (var score in entry.Kind == EntryKind.Assessment ? ScoreLines.Kept(entry["scores"]) : [])
        {
            foreach (var (part, value) in _parts.Zip(new[] { score.Level, score.Low, score.High, score.Evidence })) typed[$"{part}.{score.Code}"] = value;
        }

        return typed;
    }
}
