using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell;

namespace Noroshi.WeakLinks.Recorded;

/// <summary>Asks the rooms that keep them for recorded figures. A node may be without such a room; then nothing is found.</summary>
internal sealed class AskRecords(IServiceProvider services)
{
    internal const string Verb = "weaklinks.figures";

    // IATI TiedStatus: 4 tied, 5 untied; 3, partially tied, gives no share.
    private const string Tied = "4";
    private const string Untied = "5";
    private const string Usd = "USD";
    private const double Million = 1e6;
    private const double DaysOfMonth = 365.25 / 12;
    private const double Quantile95Wide = 3.92;

    internal static IReadOnlyDictionary<string, ControlVerb> Verbs { get; } = new Dictionary<string, ControlVerb>
    {
        [Verb] = async (services, request, cancel) => await services.GetRequiredService<AskRecords>().FindAsync(request.Deserialize<FiguresAsked>(JsonSerializerOptions.Web)!, person: null, cancel),
    };

    /// <summary>What is recorded and may be read by the person; no person stands for whoever may open the data folder.</summary>
    internal async Task<FiguresFound> FindAsync(FiguresAsked asked, ClaimsPrincipal? person, CancellationToken cancel)
    {
        var (levels, flows) = (new List<FiguresFound.Level>(), new List<FiguresFound.Flow>());
        if (services.GetService<IMaturityOfStates>() is { } maturity)
        {
            foreach (var state in asked.States) levels.AddRange((await maturity.OfAsync(CountryCode.Parse(state), person, cancel)).Select(one => Level(state, one)));
        }

        var traffic = services.GetService<IObservedTraffic>();
        foreach (var ask in asked.Traffic)
            flows.Add(new FiguresFound.Flow(ask, traffic is null ? null : await traffic.DaysAsync(ask.State is { } state ? CountryCode.Parse(state) : CountryCode.Unknown, ask.Network, ask.Days, person, cancel)));
        var projects = asked.Projects && services.GetService<IProjects>() is { } registry ? await registry.ListAsync(person, cancel) : [];
        return new FiguresFound(levels, flows, [.. projects.Select(Registered)]);
    }

    private static FiguresFound.Level Level(string state, MaturityOfControl one) => new(
        state, one.Model, one.Code, one.Maturity, one.Low, one.High, $"{one.Source}, {one.Date}, {one.Confidence}", one.Marking >= Tlp.AmberStrict, one.Exercise);

    private static FiguresFound.Registered Registered(ProjectFigures one)
    {
        var (ratio, error) = Came(one.Effects);
        return new FiguresFound.Registered(
            one.Id, one.Title, one.Costs.TryGetValue(Usd, out var cost) ? (double)cost / Million : null, [.. one.Costs.Keys.Order(StringComparer.Ordinal)],
            one.TiedStatus switch { Tied => 1, Untied => 0, _ => null },
            one is { Start: { } start, End: { } end } ? Math.Round((end.Last.DayNumber - start.First.DayNumber) / DaysOfMonth, 1) : null,
            one.Donor.ToString(), ratio, error, one.Marking >= Tlp.AmberStrict, one.Exercise);
    }

    // One number a project: projects with many measures must not outvote others.
    private static (double? Ratio, double Error) Came(IReadOnlyList<ProjectEffect> effects)
    {
        var both = effects.Where(effect => effect is { Predicted: not (null or 0), Observed: not null }).ToList();
        if (both.Count == 0) return (null, 0);
        var ratio = both.Average(effect => (double)(effect.Observed!.Value / effect.Predicted!.Value));
        // The interval of what was observed, read as 95 %; of several measures the mean, which is careful where their errors go together.
        var error = both.Average(effect => effect is { ObservedLow: { } low, ObservedHigh: { } high } ? (double)Math.Abs((high - low) / effect.Predicted!.Value) / Quantile95Wide : 0);
        return (ratio, error);
    }
}
