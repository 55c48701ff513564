using System.Text.RegularExpressions;

namespace Noroshi.Capacity.Assessments;

/// <summary>Scores as they are typed and kept, one line a node: <c>D1.1 3 2-4 | strategy of 2024</c>; bounds and evidence may be left out.</summary>
internal static partial class ScoreLines
{
    /// <summary>Characters that the scores of one assessment may have.</summary>
    internal const int Longest = 40_000;

    private const string Form = "Write a line for each node: code, level, and where known the bounds and the evidence: D1.1 3 2-4 | strategy of 2024.";

    /// <summary>Reads scores against their model.</summary>
    /// <exception cref="WrongAskException">The first line that cannot be understood, with its number.</exception>
    internal static IReadOnlyList<Score> Read(string text, AssessmentModel model, string field)
    {
        var scores = new List<Score>();
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at])) continue;
            var score = Line(lines[at].Trim()) ?? throw Wrong(field, at, $"'{WrongAskException.Cut(lines[at].Trim())}' is not a score.", Form);
            if (score.Code != AssessmentModel.Whole && model.Node(score.Code) is null)
                throw Wrong(field, at, $"{model.Id} has no node '{WrongAskException.Cut(score.Code)}'.", $"Codes stand at /capacity/models/{model.Id}; {AssessmentModel.Whole} is the whole.");
            foreach (var level in new[] { score.Level, score.Low, score.High })
            {
                if (level is not null && !model.Allows(score.Code, level)) throw Wrong(field, at, $"'{WrongAskException.Cut(level)}' is not a level of {model.Id} for {score.Code}.", $"Levels: {string.Join(", ", model.Scale.Select(one => one.Level))}.");
            }

            if (Place(model, score.Low ?? score.Level) > Place(model, score.Level) || Place(model, score.Level) > Place(model, score.High ?? score.Level))
                throw Wrong(field, at, $"The level of {score.Code} does not lie between its bounds.", "Write the lower bound first: 2-4.");
            if (scores.Exists(other => other.Code == score.Code)) throw Wrong(field, at, $"{score.Code} is scored twice.", "Keep one of the lines.");
            scores.Add(score);
        }

        return scores.Count > 0 ? scores : throw new WrongAskException(field, "No node is scored.", Form);
    }

    /// <summary>Reads what is kept; lines of a model that is no longer there are left as they are.</summary>
    internal static IReadOnlyList<Score> Kept(string text) => [.. text.Split('\n').Select(Line).OfType<Score>()];

    /// <summary>The line as it is kept.</summary>
    internal static string Write(IEnumerable<Score> scores) => string.Join('\n', scores.Select(one =>
        $"{one.Code} {one.Level}{(one.Low is null ? "" : $" {one.Low}-{one.High}")}{(one.Evidence.Length > 0 ? " | " + one.Evidence : "")}"));

    private static double Place(AssessmentModel model, string level) => model.Place(level) ?? 0;

    private static Score? Line(string line) => Pattern().Match(line) is { Success: true } match
        ? new Score(match.Groups["code"].Value, match.Groups["level"].Value, Given(match.Groups["low"]), Given(match.Groups["high"]), match.Groups["evidence"].Value.Trim())
        : null;

    private static string? Given(Group group) => group.Success ? group.Value : null;

    private static WrongAskException Wrong(string field, int line, string wrong, string remedy) => new(field, $"Line {line + 1}: {wrong}", remedy);

    [GeneratedRegex(@"^(?<code>[A-Za-z0-9.\-]{1,12})[ \t]+(?<level>[T0-9][0-9.]{0,5})(?:[ \t]+(?<low>[T0-9][0-9.]{0,5})[-–](?<high>[T0-9][0-9.]{0,5}))?[ \t]*(?:\|(?<evidence>.{0,1000}))?$")]
    private static partial Regex Pattern();
}
