using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Law.Domain;
using Noroshi.Law.Store;
using Noroshi.Law.Ui;
using Noroshi.Shell;
using Noroshi.Storage;
using Spectre.Console;

namespace Noroshi.Law.Features;

/// <summary>The norms with evidence and judgements on a day: <c>GET norms</c>, <c>GET norms/{id}</c> and <c>law norms</c>.</summary>
internal static class ShowNorms
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/norms", AllAsync)
            .WithSummary("The whole register of norms on a day: what each asks, assessments with their history, evidence; format=csv for a flat table. knownAt leaves out what was recorded later.")
            .Produces<NormAnswer.Register>().ProducesProblem(400);
        api.MapGet("/norms/{id}", OneAsync)
            .WithSummary("One norm with its assessments and evidence; version is what a further assessment must carry.")
            .Produces<NormAnswer>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> AllAsync(string? on, string? knownAt, string? format, HttpContext context, Asking asking, ReadNorms reading, NodeOptions options)
    {
        var (day, known, csv) = (asking.Day(on), Asking.OptionalDay(knownAt, "knownAt"), CsvAsked.Is(format));
        var register = NormAnswer.Register.Of(options.State, day, known, await reading.AllAsync(context.User, day, known, context.RequestAborted));
        return csv ? NormTable.Download(register, LawLabels.Japanese) : TypedResults.Ok(register);
    }

    private static async Task<IResult> OneAsync(string id, string? on, string? knownAt, HttpContext context, Asking asking, ReadNorms reading)
    {
        var norm = reading.Norm(id);
        var standing = await reading.OneAsync(context.User, norm, asking.Day(on), Asking.OptionalDay(knownAt, "knownAt"), context.RequestAborted);
        return TypedResults.Ok(NormAnswer.Of(standing, await reading.VersionAsync(context.User, norm, context.RequestAborted)));
    }

    internal static Command Create(CommandHost host)
    {
        var (on, knownAt, json, folder) = (LawVerb.OnOption(), LawVerb.KnownAtOption(), LawVerb.JsonOption(), new FolderOptions());
        var verb = new Command("norms", "The norms of 2015, what each asks of us, and our evidence and assessments on a day.") { on, knownAt, json };
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            await using var services = await host.Open(folder.Read(asked, host));
            var day = services.GetRequiredService<Asking>().Day(asked.GetValue(on));
            var known = Asking.OptionalDay(asked.GetValue(knownAt), "known-at");
            var entries = await services.GetRequiredService<NormRecords>().ReadAsync(null, null, cancel);
            var register = NormAnswer.Register.Of(services.GetRequiredService<NodeOptions>().State, day, known, entries.On(services.GetRequiredService<LawBook>().Norms, day, known));
            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(register, ReadableJson.Options).AsMemory(), cancel);
            else Write(host.Out, register);
            return 0;
        });
        return verb;
    }

    private static void Write(TextWriter output, NormAnswer.Register register)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        console.WriteLine($"{register.State} on {register.On}. Norms in our own words, confidence {string.Join(", ", register.Norms.Select(norm => norm.Confidence).Distinct())}: check the report before quoting.");
        var table = new Table();
        table.AddColumns("norm", "what it asks", "assessment", "as of", "evidence");
        foreach (var norm in register.Norms)
        {
            var latest = norm.Assessments.Count > 0 ? norm.Assessments[0] : null;
            table.AddRow(new Text(norm.Paragraph), new Text(norm.En), new Text(norm.Level), new Text(latest?.AsOf ?? ""), new Text($"{norm.EvidenceCount}{(norm.WithdrawnCount > 0 ? $" (+{norm.WithdrawnCount} withdrawn)" : "")}"));
        }

        console.Write(table);
    }
}
