using System.CommandLine;
using System.Globalization;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks.Answers;
using Noroshi.WeakLinks.Asking;
using Noroshi.WeakLinks.Domain;

namespace Noroshi.WeakLinks.Features;

/// <summary><c>weaklinks analyse</c>: the risk, the links that it must pass, and why.</summary>
internal static class AnalyseReach
{
    internal static Command Create(CommandHost host)
    {
        var options = new ModelOptions(worlds: 10_000);
        var top = new Option<int>("--top") { Description = "Links that are listed (100).", DefaultValueFactory = _ => 100 };
        var credit = new Option<int>("--credit") { Description = $"First links among which the risk is divided (5; at most {CreditShares.MostNodes}; 0 for none).", DefaultValueFactory = _ => 5 };
        var verb = new Command("analyse", "How much risk there is, through which nodes it must pass, and by which routes.") { top, credit };
        options.AddTo(verb);
        return verb.OverFolder(host, async (asked, folder, json, cancel) =>
            Run(host, await ReadModel.RunAsync(options.Read(asked), ModelOptions.Desk(host, folder), cancel), asked.GetValue(top), asked.GetValue(credit), json, cancel));
    }

    private static int Run(CommandHost host, ModelRequest request, int top, int credit, bool json, CancellationToken cancel)
    {
        if (top < 1) throw new RefusalException($"--top is {top}. Give a number of 1 or more.", RefusalException.Input);
        if (credit is < 0 or > CreditShares.MostNodes) throw new RefusalException($"--credit is {credit}. Give a number from 0 to {CreditShares.MostNodes}; every one more doubles the work.", RefusalException.Input);
        var answer = AnalysisAnswer.Find(request, top, credit, cancel);
        if (json)
        {
            host.Out.WriteLine(WeakLinksJson.Write(answer));
            return 0;
        }

        host.Out.WriteLine($"risk: {WeakLinksJson.Text(answer.Risk)} {answer.Risk.Unit}, viewpoint {answer.Viewpoint}, susceptibility scenario {answer.Susceptibility.Scenario} (declared, not measured)");
        foreach (var link in answer.Links)
            host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{link.Id}{(link.Entry ? " (entry)" : "")}: {WeakLinksJson.Percent(link.Share)} ({WeakLinksJson.Percent(link.Low)} to {WeakLinksJson.Percent(link.High)}) of the risk must pass here, {link.D:0.####}"));
        foreach (var route in answer.Routes) host.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"route: {string.Join(" → ", route.Nodes)}, probability {route.Probability:0.####}"));
        foreach (var cut in answer.Cuts.Where(cut => cut.Nodes is { Count: > 0 })) host.Out.WriteLine($"fewest to close before {cut.Target}: {string.Join(", ", cut.Nodes!)}");
        foreach (var source in answer.Sources) host.Out.WriteLine($"source: {source.Count} of {source.Kind}, {(source.Source.Length > 0 ? source.Source : "none recorded")}");
        host.Out.WriteLine("The interval holds the error of sampling alone; weaklinks sensitivity shows what the assumptions do.");
        return 0;
    }
}
