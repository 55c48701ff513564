using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.WeakLinks.Studies;

/// <summary>Keeps and drops studies where the data are, and records both.</summary>
internal sealed class KeepStudies(StudyStore store, IAuditLog audit, TimeProvider clock)
{
    internal const string KeepVerb = "weaklinks.study.keep";
    internal const string DropVerb = "weaklinks.study.drop";
    internal const string ListVerb = "weaklinks.study.list";

    /// <summary>What was done with a study.</summary>
    internal sealed record Outcome(string Id, bool Done);

    /// <summary>A study in a list.</summary>
    internal sealed record Listed(string Id, string Title, DateTimeOffset MadeAt, double Risk, double Low, double High, string Unit, bool Decision, bool Exercise, string Href);

    internal static IReadOnlyDictionary<string, ControlVerb> Verbs { get; } = new Dictionary<string, ControlVerb>
    {
        [KeepVerb] = async (services, request, cancel) => await services.GetRequiredService<KeepStudies>().KeepAsync(request.Deserialize<RiskStudy>(ReadableJson.Options)!, Actor.System, cancel),
        [DropVerb] = async (services, request, cancel) => await services.GetRequiredService<KeepStudies>().DropAsync(request.GetProperty("id").GetString() ?? "", Actor.System, cancel),
        [ListVerb] = (services, _, _) => Task.FromResult<object>(List(services.GetRequiredService<StudyStore>())),
    };

    internal static IReadOnlyList<Listed> List(StudyStore store) =>
        [.. store.All().Select(study => new Listed(study.Id, study.Title, study.MadeAt, study.Analysis.Risk.Mean, study.Analysis.Risk.Low, study.Analysis.Risk.High, study.Analysis.Risk.Unit, study.Sensitivity.Decision, study.Exercise, "/weaklinks?study=" + study.Id))];

    internal async Task<Outcome> KeepAsync(RiskStudy study, Actor by, CancellationToken cancel)
    {
        if (!store.Keep(study)) return new Outcome(study.Id, false);
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), KeepVerb, by.Id, by.Organisation, "weaklinks-study:" + study.Id, true, new Dictionary<string, string> { ["title"] = study.Title, ["version"] = study.Analysis.Version }), cancel);
        return new Outcome(study.Id, true);
    }

    internal async Task<Outcome> DropAsync(string id, Actor by, CancellationToken cancel)
    {
        if (!store.Drop(id)) throw new RefusalException($"There is no study '{id}'. See weaklinks studies.", RefusalException.Input);
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), DropVerb, by.Id, by.Organisation, "weaklinks-study:" + id, true, new Dictionary<string, string>()), cancel);
        return new Outcome(id, true);
    }
}
