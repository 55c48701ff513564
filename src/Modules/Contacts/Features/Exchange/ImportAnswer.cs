namespace Noroshi.Contacts.Features;

/// <summary>What an import did, or would do, as JSON; the same from API and verb.</summary>
/// <param name="Format">Form of the file.</param>
/// <param name="DryRun">True where nothing was changed because nothing was to be.</param>
/// <param name="Applied">True where it is done.</param>
/// <param name="Added">New points.</param>
/// <param name="Changed">Points that changed.</param>
/// <param name="Same">Points that were so already.</param>
/// <param name="Changes">Each entry that is new or changes.</param>
/// <param name="Problems">What is wrong; where there is one, nothing was done.</param>
/// <param name="NotUnderstood">What was left out.</param>
internal sealed record ImportAnswer(
    string Format, bool DryRun, bool Applied, int Added, int Changed, int Same, IReadOnlyList<ImportAnswer.Entry> Changes, IReadOnlyList<ImportAnswer.Problem> Problems, IReadOnlyList<string> NotUnderstood)
{
    /// <summary>An entry that is new or changes.</summary>
    internal sealed record Entry(int Line, string Change, string? Point, string Organisation, IReadOnlyList<string> Fields);

    /// <summary>Something wrong with one field.</summary>
    internal sealed record Problem(int Line, string Field, string Message);

    internal static ImportAnswer Of(ImportPlan plan, bool dryRun) => new(
        plan.Format, dryRun, !dryRun && plan.IsPossible, plan.Count(ImportChange.Added), plan.Count(ImportChange.Changed), plan.Count(ImportChange.Same),
        [.. plan.Changes.Where(change => change.Kind != ImportChange.Same).Select(change => new Entry(change.Line, change.Kind, change.Point?.Id, change.Body.Name(japanese: false), [.. change.Fields.Select(field => field.Field)]))],
        [.. plan.Problems.Select(problem => new Problem(problem.Line, problem.Field, problem.Message))],
        plan.NotUnderstood);
}
