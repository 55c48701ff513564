using System.Security.Claims;
using Noroshi.Capacity.Registry;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Results;

/// <summary>Tells other rooms of the recorded projects, with predicted and observed effects.</summary>
internal sealed class RecordedProjects(ReadCapacity reading) : IProjects
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProjectFigures>> ListAsync(ClaimsPrincipal? person, CancellationToken cancel)
    {
        if (person?.ReadsCapacity() == false) return [];
        var record = await reading.ForAsync(person, cancel);
        return [.. record.Projects.Select(one => Figures(one, record))];
    }

    private ProjectFigures Figures(Project one, CapacityRecord record) => new(
        one.Id, one.Title, one.Donor, one.Recipients.ToDictionary(share => CountryCode.Parse(share.Code), share => share.Percent is { } percent ? (double?)percent / 100 : null), [.. one.Topics],
        ProjectMoney.Of(one, record).Where(money => money.Budget is not null && money.Currency.Length > 0).ToDictionary(money => money.Currency, money => money.Budget!.Value), one.Tied.Length > 0 ? one.Tied : null,
        one.Start, one.End, one.IsRunning(reading.Today),
        [.. record.EffectsOf(one).Select(effect => new ProjectEffect(
            effect.Title, effect.Unit, effect.Date, effect.Predicted?.Value, effect.Predicted?.Low, effect.Predicted?.High, effect.Observed?.Value, effect.Observed?.Low, effect.Observed?.High))],
        one.Origin.Provenance.Source, one.Origin.Provenance.Confidence, one.Origin.Marking, one.Origin.Stamp.IsExercise);
}
