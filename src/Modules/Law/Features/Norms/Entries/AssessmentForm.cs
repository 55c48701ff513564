using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>A judgement as typed into the page or sent to the API.</summary>
/// <remarks>
/// <c>Level</c>: <c>not-assessed</c>, <c>not-in-place</c>, <c>partly-in-place</c> or <c>in-place</c>.<br/>
/// <c>AsOf</c>: <c>2026-03-14</c>, not after today.<br/>
/// <c>Version</c>: Number of the own organisation's last assessment that the author has seen; 0 for none.
/// </remarks>
internal sealed record AssessmentForm(string? Level, string? AsOf, string? Reason, string? SaidBy, long? Version)
{
    /// <summary>The judgement, or null and every problem found.</summary>
    internal NewAssessment? Read(Norm norm, DateOnly today, ICollection<WrongAskException> problems)
    {
        var before = problems.Count;
        var level = EntryField.Try(problems, () => NormWords.LevelOf(Level) ?? throw new WrongAskException("level", "This is not a level.", $"Use one of: {string.Join(", ", NormWords.Levels)}."));
        var asOf = EntryField.Try(problems, () => EntryDay.Read(AsOf, "asOf", today));
        var reason = EntryField.Try(problems, () => EntryText.Read(Reason, "reason", EntryText.LongestStatement, lines: true));
        var saidBy = EntryField.Try(problems, () => EntryText.Read(SaidBy, "saidBy", EntryText.LongestLine));
        if (Version is not >= 0) problems.Add(new WrongAskException("version", "The version is missing.", "Send the number of your organisation's last assessment of this norm, 0 for none: 'version' of GET norms/{id}."));
        return problems.Count > before ? null : new NewAssessment(norm.Id, level, asOf, reason!, saidBy!, Version!.Value);
    }
}
