using System.CommandLine;
using System.Globalization;
using Noroshi.Shell;
using Noroshi.WeakLinks.Answers;
using Noroshi.WeakLinks.Asking;

namespace Noroshi.WeakLinks.Features;

/// <summary><c>weaklinks allocate</c>: which projects remove most of the risk for the money.</summary>
internal static class AllocateBudget
{
    internal static Command Create(CommandHost host)
    {
        var (options, plan) = (new ModelOptions(worlds: 10_000), new PlanOptions(required: true));
        var verb = new Command("allocate", "Propose projects for a budget: what they remove, how far the proposal may be from the best, and how often each is chosen when assumptions change.");
        plan.AddTo(verb);
        options.AddTo(verb);
        return verb.OverFolder(host, async (asked, folder, json, cancel) =>
        {
            var desk = ModelOptions.Desk(host, folder);
            var request = await ReadModel.RunAsync(options.Read(asked), desk, cancel);
            var answer = AllocationAnswer.Find(request, await ReadPlan.RunAsync(plan.Read(asked)!, request, desk, cancel), cancel);
            if (json) await host.Out.WriteLineAsync(WeakLinksJson.Write(answer).AsMemory(), cancel);
            else Say(host, answer);
            return 0;
        });
    }

    private static void Say(CommandHost host, AllocationAnswer answer)
    {
        host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"proposed: {(answer.Chosen.Count == 0 ? "none" : string.Join(", ", answer.Chosen))}; cost {answer.Cost:0.####} of {answer.Budget:0.####} million USD"));
        host.Out.WriteLine($"removes {WeakLinksJson.Text(answer.Removed)} of {WeakLinksJson.Text(answer.Risk)} {answer.Risk.Unit}");
        host.Out.WriteLine($"at least {WeakLinksJson.Percent(1 - answer.Gap)} of the best of this surrogate, whose targets hold {WeakLinksJson.Percent(answer.Surrogate.Covered)} of the risk");
        foreach (var goal in answer.Goals) host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"goal {goal.Goal}, weight {goal.Weight:0.##}: {goal.Reached:0.####} of at most {goal.Best:0.####} {goal.Unit}"));
        if (answer.Effects.Basis == AllocationAnswer.EffectBasis.Learnt)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"effects as learnt from {answer.Effects.Projects} recorded projects: {WeakLinksJson.Percent(answer.Effects.Factor)} of what is stated ({WeakLinksJson.Percent(answer.Effects.Low)} to {WeakLinksJson.Percent(answer.Effects.High)})"));
        if (answer.Tied.Price is { } price) host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tied share {(answer.Tied.Share is { } share ? WeakLinksJson.Percent(share) : "unknown")} (as recorded); the constraint costs {price:0.####} {answer.Surrogate.Unit}"));
        foreach (var limit in answer.Limits) host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{limit.Kind} {limit.Name}: {limit.Spent:0.####} million USD (from {limit.Least:0.####}{(limit.Most is { } most ? string.Create(CultureInfo.InvariantCulture, $" to {most:0.####}") : "")})"));
        if (answer.Exchange is { } other)
            host.Out.WriteLine($"look twice: {(other.Leave is { } leave ? $"{other.Enter} in place of {leave}" : $"{other.Enter} added")} removes {WeakLinksJson.Text(other.RemovesMore)} more in the full model");
        host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"over {answer.Draws} draws worth {answer.Worth.Mean:0.####} in the mean, {answer.Worth.WorstTenth:0.####} in the worst tenth ({answer.Surrogate.Unit})"));
        foreach (var (id, frequency) in answer.SelectionFrequency.OrderByDescending(pair => pair.Value))
            host.Out.WriteLine($"{id}: chosen in {WeakLinksJson.Percent(frequency)} of {answer.Draws} draws");
        foreach (var phase in answer.Phases)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"phase {phase.Number}{(phase.FromMonth is { } month ? string.Create(CultureInfo.InvariantCulture, $", from month {month:0.#}") : "")}: {string.Join(", ", phase.Projects)}"));
        host.Out.WriteLine("This is a proposal; an authority decides. Read it with weaklinks sensitivity.");
    }
}
