using System.CommandLine;
using System.Globalization;
using Noroshi.Shell;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Features;

/// <summary><c>weaklinks sensitivity</c>: what is left of the answer when the assumptions change, and whether it bears a decision.</summary>
internal static class TestSensitivity
{
    internal static Command Create(CommandHost host)
    {
        var options = new ModelOptions(worlds: 2_000);
        var verb = new Command("sensitivity", "Change every assumption and see what is left of the ranking; below 60 % of the first ten no decision is proposed.");
        options.AddTo(verb);
        verb.SetAction((asked, cancel) =>
        {
            var request = options.Read(asked);
            var report = SensitivityReport.Run(request.Model, request.Question, request.Declared, request.Seed, request.Worlds, request.Threads, cancel);
            if (request.Json) host.Out.WriteLine(Json(request, report));
            else Say(host, report);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static string Json(ModelRequest request, SensitivityReport report) => WeakLinksJson.Write(new
    {
        risk = WeakLinksJson.Money(report.Risk),
        decision = report.Decides,
        banner = Banner(report),
        report.LowestOverlap,
        leastOverlap = SensitivityReport.LeastOverlap,
        variants = report.Variants.Select(variant => new { variant.Kind, variant.Name, risk = WeakLinksJson.Money(variant.Risk), variant.Overlap, variant.Tau }),
        topFive = report.Effects.Take(5).Select(effect => new { effect.Parameter, effect = effect.Mean, effect.Spread, WeakLinksJson.Unit }),
        request.Viewpoint,
        susceptibility = request.Declared.Name,
        request.Worlds,
        request.Seed,
        WeakLinksJson.Version,
    });

    private static string? Banner(SensitivityReport report) => report.Decides ? null
        : report.Risk.Mean <= 0 ? "No decision: no risk was found in these worlds, so there is nothing to rank."
        : $"No decision: when assumptions change, only {WeakLinksJson.Percent(report.LowestOverlap)} of the ten weakest links stay among them.";

    private static void Say(CommandHost host, SensitivityReport report)
    {
        if (Banner(report) is { } banner) host.Out.WriteLine(banner);
        host.Out.WriteLine($"risk: {WeakLinksJson.Text(report.Risk)} {WeakLinksJson.Unit}");
        foreach (var variant in report.Variants)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{variant.Kind}, {variant.Name}: risk {WeakLinksJson.Text(variant.Risk)}, first ten kept {WeakLinksJson.Percent(variant.Overlap)}, τ {(variant.Tau is { } tau ? tau.ToString("0.00", CultureInfo.InvariantCulture) : "undefined")}"));
        foreach (var effect in report.Effects.Take(5))
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"moves the risk: {effect.Parameter} by {effect.Mean:0.####} (spread {effect.Spread:0.####}) {WeakLinksJson.Unit} over its range"));
    }
}
