using System.Globalization;
using Noroshi.Capacity.Iati.Model;
using Noroshi.Capacity.Registry;
using Noroshi.Kernel;
using Indicator = Noroshi.Capacity.Registry.Indicator;

namespace Noroshi.Capacity.Iati.Projects;

/// <summary>Reads the results of an activity as the log frame of a project. A value that is no figure is shown as not known, never as zero.</summary>
internal sealed class ActivityResults(string project, Origin origin)
{
    private const string Percentage = "2";

    internal (IReadOnlyList<Indicator> Indicators, IReadOnlyList<IndicatorPeriod> Periods) Of(IReadOnlyList<Result> results)
    {
        var (indicators, periods) = (new List<Indicator>(), new List<IndicatorPeriod>());
        foreach (var (result, indicator) in results.SelectMany(result => result.Indicators.Select(indicator => (result, indicator))))
        {
            var id = FormattableString.Invariant($"{project}.indicator-{indicators.Count + 1}");
            var baseline = indicator.Baselines is [var first, ..] ? first : null;
            indicators.Add(new Indicator(
                id, project, result.Type, First(result.Title), First(indicator.Title), Unit(indicator), indicator.Ascending is not ("0" or "false"), Figure(baseline?.Value), Day(baseline?.Day ?? baseline?.Year), origin));
            foreach (var period in indicator.Periods)
            {
                if (Day(period.Start) is not { } start || Day(period.End) is not { } end) continue;
                periods.Add(new IndicatorPeriod(
                    FormattableString.Invariant($"{project}.period-{periods.Count + 1}"), id, start, end,
                    Figure(period.Targets is [var target, ..] ? target.Value : null), Figure(period.Actuals is [var actual, ..] ? actual.Value : null), origin));
            }
        }

        return (indicators, periods);
    }

    // The standard knows units and percentages; which unit is said in words, where at all.
    private static string Unit(Model.Indicator indicator) => indicator.Measure == Percentage ? "%"
        : First(indicator.Description) is var said && said.StartsWith(OwnVocabularies.Unit, StringComparison.Ordinal) ? said[OwnVocabularies.Unit.Length..] : "";

    private static string First(Narratives narratives) => narratives.Texts is [var first, ..] ? first.Text.Trim() : "";

    private static PartialDate? Day(string? day) => day is null ? null : PartialDate.TryParse(day.Length > 10 ? day.AsSpan(0, 10) : day, out var date) ? date : null;

    private static decimal? Figure(string? value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var figure) ? figure : null;
}
