using System.CommandLine;
using System.Globalization;
using Noroshi.Shell;
using Noroshi.WeakLinks.Answers;
using Noroshi.WeakLinks.Asking;

namespace Noroshi.WeakLinks.Features;

/// <summary><c>weaklinks sensitivity</c>: what is left of the answer when the assumptions change, and whether it bears a decision.</summary>
internal static class TestSensitivity
{
    internal static Command Create(CommandHost host)
    {
        var (options, plan) = (new ModelOptions(worlds: 2_000), new PlanOptions(required: false));
        var verb = new Command("sensitivity", "Change every assumption and see what is left of the ranking; below 60 % of the first ten no decision is proposed. With projects and a budget also the weights of the reasons for aid.");
        options.AddTo(verb);
        plan.AddTo(verb);
        return verb.OverFolder(host, async (asked, folder, json, cancel) =>
        {
            var desk = ModelOptions.Desk(host, folder);
            var request = await ReadModel.RunAsync(options.Read(asked), desk, cancel);
            var ask = plan.Read(asked) is { } projects ? await ReadPlan.RunAsync(projects, request, desk, cancel) : null;
            var answer = SensitivityAnswer.Find(request, ask, request.Worlds, cancel);
            if (json) await host.Out.WriteLineAsync(WeakLinksJson.Write(answer).AsMemory(), cancel);
            else Say(host, answer);
            return 0;
        });
    }

    private static void Say(CommandHost host, SensitivityAnswer answer)
    {
        if (answer.Banner is { } banner) host.Out.WriteLine(banner);
        host.Out.WriteLine($"risk: {WeakLinksJson.Text(answer.Risk)} {answer.Risk.Unit}");
        foreach (var variant in answer.Variants)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{variant.Kind}, {variant.Name}: risk {WeakLinksJson.Text(variant.Risk)}, first ten kept {WeakLinksJson.Percent(variant.Overlap)}, τ {(variant.Tau is { } tau ? tau.ToString("0.00", CultureInfo.InvariantCulture) : "undefined")}"));
        foreach (var moved in answer.TopFive)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"moves the risk: {moved.Parameter} by {moved.Effect:0.####} (spread {moved.Spread:0.####}) {moved.Unit} over its range"));
        foreach (var weighed in answer.Weights)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"weight of {weighed.Goal} × {weighed.Factor}: {WeakLinksJson.Percent(weighed.Kept)} of the proposal stays; in {(weighed.Entered.Count == 0 ? "none" : string.Join(", ", weighed.Entered))}; out {(weighed.Left.Count == 0 ? "none" : string.Join(", ", weighed.Left))}"));
    }
}
