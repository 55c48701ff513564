using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Law.Domain;
using Noroshi.Shell;
using Spectre.Console;

namespace Noroshi.Law.Features;

/// <summary>Who stands how to an instrument on a day: <c>law status</c> and <c>GET status/{instrument}</c>.</summary>
internal static class ShowStatus
{
    private static readonly string[] _columns = ["state", "status", "since", "confidence", "source", "as_of", "note", "part_of"];

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/status/{instrument}", Handle)
        .WithSummary("Who stands how to an instrument on a day, by deposit or by what is in force (basis), as known at a day (knownAt); format=csv for a file.")
        .Produces<StatusAnswer>().ProducesProblem(400).ProducesProblem(404);

    private static IResult Handle(string instrument, string? on, string? basis, string? knownAt, string? state, string? format, Asking asking, TreatyRegister register)
    {
        var list = register.On(asking.Instrument(instrument), asking.Day(on), Asking.Basis(basis), Asking.OptionalDay(knownAt, "knownAt"));
        var answer = StatusAnswer.Of(list);
        if (asking.OptionalState(state) is { IsKnown: true } one) return TypedResults.Ok(StatusAnswer.Line.Of(register.StatusOf(list.Instrument, one, list.On, list.Basis, list.KnownAt)));
        return CsvAsked.Is(format)
            ? CsvTable.Download($"status-{answer.Instrument}-{answer.On}-{answer.Basis}.csv", _columns, answer.States.Concat(answer.Territories).Select(line => new object?[] { line.State, line.Status, line.Since, line.Confidence, line.Source, line.AsOf, line.Note, line.PartOf }))
            : TypedResults.Ok(answer);
    }

    internal static Command Create(CommandHost host)
    {
        var instrument = new Argument<string>("instrument") { Description = "Instrument or agreement, for example ETS185 or MLAT-JP-US.", HelpName = "INSTRUMENT" };
        var (on, basis, knownAt, json) = (LawVerb.OnOption(), LawVerb.BasisOption(), LawVerb.KnownAtOption(), LawVerb.JsonOption());
        var state = new Option<string?>("--state") { Description = "Only this state or territory.", HelpName = "CODE" };
        var verb = new Command("status", "Who is bound by an instrument on a day, and since when.") { instrument, on, basis, knownAt, state, json };
        verb.SetAction(async (asked, cancel) =>
        {
            var law = LawVerb.Open(host);
            var list = law.Register.On(law.Asking.Instrument(asked.GetRequiredValue(instrument)), law.Asking.Day(asked.GetValue(on)), Asking.Basis(asked.GetValue(basis)), Asking.OptionalDay(asked.GetValue(knownAt), "known-at"));
            if (law.Asking.OptionalState(asked.GetValue(state)) is { IsKnown: true } one)
            {
                await WriteOneAsync(host, law, list, law.Register.StatusOf(list.Instrument, one, list.On, list.Basis, list.KnownAt), asked.GetValue(json), cancel);
                return 0;
            }

            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(StatusAnswer.Of(list), ReadableJson.Options).AsMemory(), cancel);
            else Write(host.Out, law, list);
            return 0;
        });
        return verb;
    }

    private static async Task WriteOneAsync(CommandHost host, LawVerb law, StatusList list, StateStatus status, bool json, CancellationToken cancel)
    {
        var line = StatusAnswer.Line.Of(status);
        var text = json
            ? JsonSerializer.Serialize(line, ReadableJson.Options)
            : $"{Name(law, line.State)}: {line.Status}{(line.Since is null ? "" : $" since {line.Since}")} ({list.Instrument.Id}, {LawVerb.Write(list.On)}, {StatusWords.Of(list.Basis)})"
              + (line.PartOf is { } of ? $"\nA territory of {Name(law, of)}; it never counts as a Party." : "")
              + (line.Source is null ? "\nNothing is recorded of it under this instrument." : $"\nSource: {line.Source}; as of {line.AsOf}; confidence {line.Confidence}.")
              + (line.Note is null ? "" : $"\nNote: {line.Note}");
        await host.Out.WriteLineAsync(text.AsMemory(), cancel);
    }

    private static void Write(TextWriter output, LawVerb law, StatusList list)
    {
        var answer = StatusAnswer.Of(list);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        console.WriteLine($"{answer.Instrument}: {list.Instrument.NameEn}");
        console.WriteLine($"On {answer.On}, counted by {(list.Basis == CountingBasis.Deposited ? "deposit" : "what is in force")}{(answer.KnownAt is null ? "" : $", as known at {answer.KnownAt}")}: {answer.Parties} Parties, {answer.Signatories} signatories{(answer.Uncertain == 0 ? "" : $", {answer.Uncertain} uncertain")}.");
        if (list.Instrument.States == Extent.None) console.WriteLine("No state's events are recorded for this instrument; that says nothing about who is bound.");
        else if (list.Instrument.States == Extent.Partial) console.WriteLine("Only some states' events are recorded: the numbers are those recorded, not those of the depositary.");
        if (answer.Verification is { } beyond) console.WriteLine($"For this day: {beyond}.");
        if (list.HasEnded) console.WriteLine($"The instrument ended on {answer.Ended}.");
        if (list.Instrument.SupersededBy.Length > 0) console.WriteLine($"Superseded between its Parties by {list.Instrument.SupersededBy}.");
        if (answer.States.Count + answer.Territories.Count == 0) return;
        var table = new Table().AddColumn("state").AddColumn("status").AddColumn("since").AddColumn("confidence").AddColumn("source");
        foreach (var line in answer.States.Concat(answer.Territories).Where(line => line.Status != "not-bound"))
            table.AddRow(Markup.Escape(Name(law, line.State)), line.PartOf is { } of ? $"{line.Status} (territory of {of})" : line.Status, line.Since ?? "not recorded", line.Confidence ?? "", Markup.Escape(line.Source ?? ""));
        console.Write(table);
        foreach (var remark in answer.Remarks) console.WriteLine($"Note {remark.Date}: {remark.Text} (confidence {remark.Confidence})");
    }

    private static string Name(LawVerb law, string code) => law.Names.TryGetValue(code, out var name) ? $"{name} ({code})" : code;
}
