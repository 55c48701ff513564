using Noroshi.Capacity.Assessments;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>What an assessor found in a state by one model on one day.</summary>
internal sealed record Assessment(string Id, CountryCode State, AssessmentModel Model, PartialDate Date, string Assessor, IReadOnlyList<Score> Scores, string Text, Origin Origin)
{
    /// <summary>Years after which an assessment is said to be old.</summary>
    internal const int OldAfterYears = 3;

    internal Score? Score(string code) => Scores.FirstOrDefault(score => score.Code == code);

    /// <summary>Full years since the last day that its date can mean.</summary>
    internal int Age(DateOnly today) => Math.Max(0, today.Year - Date.Last.Year - (today < Date.Last.AddYears(today.Year - Date.Last.Year) ? 1 : 0));

    internal bool IsOld(DateOnly today) => Age(today) >= OldAfterYears;
}
