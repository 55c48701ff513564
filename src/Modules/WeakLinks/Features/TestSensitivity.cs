using System.CommandLine;
using System.Globalization;
using Noroshi.Shell;
using Noroshi.WeakLinks.Answers;

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
            var answer = SensitivityAnswer.Find(request, request.Worlds, cancel);
            if (options.IsJson(asked)) host.Out.WriteLine(WeakLinksJson.Write(answer));
            else Say(host, answer);
            return Task.FromResult(0);
        });
        return verb;
    }

    private static void Say(CommandHost host, SensitivityAnswer answer)
    {
        if (answer.Banner is { } banner) host.Out.WriteLine(banner);
        host.Out.WriteLine($"risk: {WeakLinksJson.Text(answer.Risk)} {answer.Risk.Unit}");
        foreach (var variant in answer.Variants)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{variant.Kind}, {variant.Name}: risk {WeakLinksJson.Text(variant.Risk)}, first ten kept {WeakLinksJson.Percent(variant.Overlap)}, τ {(variant.Tau is { } tau ? tau.ToString("0.00", CultureInfo.InvariantCulture) : "undefined")}"));
        foreach (var moved in answer.TopFive)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"moves the risk: {moved.Parameter} by {moved.Effect:0.####} (spread {moved.Spread:0.####}) {moved.Unit} over its range"));
    }
}
