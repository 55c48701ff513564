using Noroshi.Capacity.Results;

namespace Noroshi.Capacity.Registry;

/// <summary>A project with its money, log frame and effects, as JSON.</summary>
/// <remarks>
/// <c>Tied</c>: IATI TiedStatus as recorded; the shares are those of this registry, not of the DAC tables, which leave technical co-operation out.<br/>
/// <c>Activity</c>: The imported activity that it is, or that is the same project.
/// </remarks>
internal sealed record ProjectAnswer(
    string Id, string? Identifier, string Title, string Text, string Status, string? PlannedStart, string? ActualStart, string? PlannedEnd, string? ActualEnd, string? Donor,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Participants, IReadOnlyList<ProjectAnswer.ShareLine> Recipients, IReadOnlyList<ProjectAnswer.ShareLine> Sectors, IReadOnlyList<string> Tags,
    string? Flow, string? Finance, string? Aid, string? Tied, IReadOnlyList<ProjectAnswer.ShareLine> Regions, string? Activity, IReadOnlyList<ProjectAnswer.BlockLine> Blocks, IReadOnlyList<string> Needs, IReadOnlyList<string> Offers, IReadOnlyList<string> Assessments, IReadOnlyList<string> Related,
    IReadOnlyList<ProjectMoney> Money, IReadOnlyList<ProjectAnswer.IndicatorLine> LogFrame, IReadOnlyList<ProjectAnswer.EffectLine> Effects, OriginAnswer Origin)
{
    /// <summary>A share; <c>Percent</c> is null where an imported activity says none.</summary>
    internal sealed record ShareLine(string? Vocabulary, string Code, decimal? Percent);

    /// <summary>Where a financial block comes from; <c>Source</c> and <c>File</c> are null where it was entered here.</summary>
    internal sealed record BlockLine(string Block, string? Source, string? File, int LeftAside);

    internal sealed record IndicatorLine(string Id, string Level, string Result, string Title, string Unit, string Direction, decimal? Baseline, string? BaselineDate, IReadOnlyList<PeriodLine> Periods, OriginAnswer Origin);

    internal sealed record PeriodLine(string Id, string Start, string End, decimal? Target, decimal? Actual, bool? Reached, OriginAnswer Origin);

    internal sealed record EffectLine(string Id, string Title, string Unit, string Date, Effect.Figure? Predicted, Effect.Figure? Observed, string Text, OriginAnswer Origin);

    internal static ProjectAnswer Of(Project one, CapacityRecord record) => new(
        one.Id, Said(one.Identifier), one.Title, one.Text, one.Status, one.PlannedStart?.ToString(), one.ActualStart?.ToString(), one.PlannedEnd?.ToString(), one.ActualEnd?.ToString(), one.Donor.IsKnown ? one.Donor.ToString() : null,
        one.Participants.ToDictionary(role => role.Key, role => (IReadOnlyList<string>)[.. role.Value.Select(record.OrganisationName)]), [.. one.Recipients.Select(Line)], [.. one.Sectors.Select(Line)], one.Tags,
        Said(one.Flow), Said(one.Finance), Said(one.Aid), Said(one.Tied), [.. one.Regions.Select(Line)], Said(one.Activity), [.. one.Blocks.Select(block => new BlockLine(block.Block, Said(block.Source), Said(block.File), block.LeftAside))], one.Needs, one.Offers, one.Assessments, one.Related, ProjectMoney.Of(one, record),
        [.. Results.LogFrame.Of(one, record).Lines.Select(Line)],
        [.. record.EffectsOf(one).Select(effect => new EffectLine(effect.Id, effect.Title, effect.Unit, effect.Date.ToString(), effect.Predicted, effect.Observed, effect.Text, OriginAnswer.Of(effect.Origin)))],
        OriginAnswer.Of(one.Origin));

    private static IndicatorLine Line(LogFrame.Line line) => new(
        line.Indicator.Id, line.Indicator.Level, line.Indicator.Result, line.Indicator.Title, line.Indicator.Unit, line.Indicator.IsRising ? "rising" : "falling", line.Indicator.Baseline, line.Indicator.BaselineDate?.ToString(),
        [.. line.Periods.Select(period => new PeriodLine(period.Id, period.Start.ToString(), period.End.ToString(), period.Target, period.Actual, period.Reached(line.Indicator.IsRising), OriginAnswer.Of(period.Origin)))], OriginAnswer.Of(line.Indicator.Origin));

    private static ShareLine Line(Share share) => new(Said(share.Vocabulary), share.Code, share.Percent);

    private static string? Said(string text) => text.Length > 0 ? text : null;
}
