using System.Security.Claims;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Results;

/// <summary>Tells other rooms how mature a state is, model by model.</summary>
internal sealed class MaturityOfStates(ReadCapacity reading) : IMaturityOfStates
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<MaturityOfControl>> OfAsync(CountryCode state, ClaimsPrincipal? person, CancellationToken cancel)
    {
        if (person?.ReadsCapacity() == false) return [];
        var record = await reading.ForAsync(person, cancel);

        // A later assessment of one model may score fewer points: of each point the latest counts.
        return [.. record.Assessments.Where(one => one.State == state).SelectMany(one => one.Scores.Select(score => (Assessment: one, Score: score)))
            .Where(pair => pair.Assessment.Model.Share(pair.Score.Level) is not null)
            .DistinctBy(pair => (pair.Assessment.Model.Id, pair.Score.Code))
            .Select(pair => Control(pair.Assessment, pair.Score))];
    }

    private MaturityOfControl Control(Assessment one, Assessments.Score score) => new(
        one.Model.Id, score.Code, [.. reading.Library.Crosswalks.Where(link => link.Model == one.Model.Id && link.Code == score.Code).Select(link => link.Topic)],
        one.Model.Share(score.Level)!.Value, score.Low is null ? null : one.Model.Share(score.Low), score.High is null ? null : one.Model.Share(score.High),
        $"{one.Assessor}: {one.Origin.Provenance.Source} ({one.Id})", one.Date, one.Origin.Provenance.Confidence, one.Origin.Marking, one.Origin.Stamp.IsExercise);
}
