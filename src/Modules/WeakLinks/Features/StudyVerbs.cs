using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;
using Noroshi.WeakLinks.Asking;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Features;

/// <summary><c>weaklinks study</c>, <c>weaklinks studies</c>, <c>weaklinks drop</c>: what the pages show is made and kept by these.</summary>
internal static class StudyVerbs
{
    private const int LongestTitle = 120;

    internal static Command Make(CommandHost host)
    {
        var (options, plan) = (new ModelOptions(worlds: 10_000), new PlanOptions(required: false));
        var title = new Option<string>("--title") { Description = "What the study is called on its pages.", Required = true };
        var exercise = new Option<bool>("--exercise") { Description = "Mark it EXERCISE: everything in it is invented." };
        var verb = new Command("study", "Analyse, allocate and test the sensitivity in one, and keep the record for the pages of the node.") { title, exercise };
        plan.AddTo(verb);
        options.AddTo(verb);
        return verb.OverFolder(host, async (asked, folder, json, cancel) =>
        {
            var name = asked.GetRequiredValue(title).Trim();
            if (name.Length is 0 or > LongestTitle || name.Any(char.IsControl)) throw new RefusalException($"--title has {name.Length} characters. Give from 1 to {LongestTitle}, without control characters.", RefusalException.Input);
            var (model, projects, desk) = (options.Read(asked), plan.Read(asked), ModelOptions.Desk(host, folder));
            var request = await ReadModel.RunAsync(model, desk, cancel);
            var ask = projects is null ? null : await ReadPlan.RunAsync(projects, request, desk, cancel);
            var inputs = StudyFile.Read(model.Files().Concat(projects?.Files() ?? []));
            var now = TimeProvider.System.GetUtcNow();
            var study = MakeStudy.Run(StudyStore.NewId(now), name, now, "", asked.GetValue(exercise) || request.Exercise || ask?.Exercise == true, request, ask, inputs, step => host.Error.WriteLine(Word(step) + " …"), cancel);
            var kept = await host.AskAsync<KeepStudies.Outcome>(folder, KeepStudies.KeepVerb, study, cancel);
            var said = json ? JsonSerializer.Serialize(new { kept.Id, title = name, href = "/weaklinks?study=" + kept.Id, decision = study.Sensitivity.Decision, study.Sensitivity.Banner }, ReadableJson.Options)
                : $"kept as {kept.Id}: risk {WeakLinksJson.Text(study.Analysis.Risk)} {study.Analysis.Risk.Unit}. {study.Sensitivity.Banner ?? "The ranking holds when the assumptions change."} Its page is /weaklinks?study={kept.Id}";
            await host.Out.WriteLineAsync(said.AsMemory(), cancel);
            return 0;
        });
    }

    internal static Command List(CommandHost host) => new Command("studies", "List the kept studies, the newest first.").OverFolder(host, async (_, folder, json, cancel) =>
    {
        var studies = await host.AskAsync<List<KeepStudies.Listed>>(folder, KeepStudies.ListVerb, new { }, cancel);
        if (json) await host.Out.WriteLineAsync(JsonSerializer.Serialize(new { studies }, ReadableJson.Options).AsMemory(), cancel);
        else if (studies.Count == 0) await host.Out.WriteLineAsync("No study is kept. Make one with weaklinks study.".AsMemory(), cancel);
        else foreach (var study in studies) await host.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{study.Id} {study.MadeAt:yyyy-MM-dd HH:mm}Z {study.Title}: {study.Risk:0.####} ({study.Low:0.####} to {study.High:0.####}) {study.Unit}{(study.Decision ? "" : ", no decision")}{(study.Exercise ? ", EXERCISE" : "")}").AsMemory(), cancel);
        return 0;
    });

    internal static Command Drop(CommandHost host)
    {
        var id = new Argument<string>("id") { Description = "As weaklinks studies lists it.", HelpName = "ID" };
        return new Command("drop", "Remove a kept study for good; that it was removed is recorded.") { id }.OverFolder(host, async (asked, folder, json, cancel) =>
        {
            var done = await host.AskAsync<KeepStudies.Outcome>(folder, KeepStudies.DropVerb, new { id = asked.GetRequiredValue(id) }, cancel);
            await host.Out.WriteLineAsync((json ? JsonSerializer.Serialize(new { dropped = done.Id }, ReadableJson.Options) : $"{done.Id} was removed.").AsMemory(), cancel);
            return 0;
        });
    }

    private static string Word(StudyStep step) => step switch
    {
        StudyStep.Sampling => "sampling worlds",
        StudyStep.Drawing => "drawing the assumptions",
        StudyStep.Choosing => "choosing projects",
        _ => "changing every assumption",
    };
}
