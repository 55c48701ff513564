using Noroshi.Capacity.Registry;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Results;

/// <summary>Assessments of a recipient by one model before and after a project began. What changed is seen, not that the project changed it.</summary>
/// <remarks>
/// <c>After</c>: Null where none was made since.
/// </remarks>
internal sealed record BeforeAfter(CountryCode State, Assessment Before, Assessment? After)
{
    internal static IReadOnlyList<BeforeAfter> Of(Project project, CapacityRecord record)
    {
        if (project.Start is not { } start) return [];
        return [.. project.States.SelectMany(state => record.Assessments.Where(one => one.State == state).GroupBy(one => one.Model.Id).Select(group =>
            (Before: group.FirstOrDefault(one => one.Date.Last <= start.First), After: group.FirstOrDefault(one => one.Date.First > start.Last)))
            .Where(pair => pair.Before is not null).Select(pair => new BeforeAfter(state, pair.Before!, pair.After)))];
    }

    /// <summary>Codes scored in either, in the order of the model.</summary>
    internal IEnumerable<string> Codes => Before.Model.Nodes.Select(node => node.Code).Prepend(Assessments.AssessmentModel.Whole).Where(code => Before.Score(code) is not null || After?.Score(code) is not null);
}
