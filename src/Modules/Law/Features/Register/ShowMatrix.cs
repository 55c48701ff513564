using System.CommandLine;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Law.Domain;
using Noroshi.Shell;
using Spectre.Console;

namespace Noroshi.Law.Features;

/// <summary>States by instruments on a day: <c>law matrix</c> and <c>GET matrix</c>.</summary>
internal static class ShowMatrix
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/matrix", Handle)
        .WithSummary("States by instruments on a day; instruments separated by commas, group an organisation of states; format=csv for a file.")
        .Produces<MatrixAnswer>().ProducesProblem(400).ProducesProblem(404);

    private static IResult Handle(string? on, string? basis, string? knownAt, string? instruments, string? group, string? format, Asking asking, TreatyRegister register, StateGroups groups)
    {
        var day = asking.Day(on);
        var answer = MatrixAnswer.Of(register, asking.Instruments(instruments), day, Asking.Basis(basis), Asking.OptionalDay(knownAt, "knownAt"), groups.Members(group, day));
        return CsvAsked.Is(format) ? CsvTable.Download($"matrix-{answer.On}-{answer.Basis}.csv", [.. answer.Columns], answer.Rows) : TypedResults.Ok(answer);
    }

    internal static Command Create(CommandHost host)
    {
        var (on, basis, knownAt, json) = (LawVerb.OnOption(), LawVerb.BasisOption(), LawVerb.KnownAtOption(), LawVerb.JsonOption());
        var instruments = new Option<string[]>("--instruments") { Description = "Instruments, separated by commas or spaces (default: all that are no agreement between two sides).", HelpName = "LIST", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var group = new Option<string?>("--group") { Description = "Only members of this organisation on that day, for example ASEAN.", HelpName = "ORG" };
        var csv = new Option<bool>("--csv") { Description = "Write the result as CSV." };
        var verb = new Command("matrix", "States by instruments on a day.") { on, basis, knownAt, instruments, group, json, csv };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(csv)) result.AddError("--json and --csv exclude each other.");
        });
        verb.SetAction(async (asked, cancel) =>
        {
            var law = LawVerb.Open(host);
            var day = law.Asking.Day(asked.GetValue(on));
            var members = new StateGroups(law.Tables).Members(asked.GetValue(group), day);
            var answer = MatrixAnswer.Of(law.Register, law.Asking.Instruments(string.Join(',', asked.GetRequiredValue(instruments))), day, Asking.Basis(asked.GetValue(basis)), Asking.OptionalDay(asked.GetValue(knownAt), "known-at"), members);
            if (asked.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, ReadableJson.Options).AsMemory(), cancel);
            else if (asked.GetValue(csv)) await host.Out.WriteAsync(Encoding.UTF8.GetString(CsvTable.Write([.. answer.Columns], answer.Rows)).TrimStart('\uFEFF').AsMemory(), cancel);
            else Write(host.Out, answer);
            return 0;
        });
        return verb;
    }

    private static void Write(TextWriter output, MatrixAnswer answer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect });
        console.WriteLine($"On {answer.On}, counted by {answer.Basis}. An empty cell: nothing is recorded.");
        var table = new Table();
        foreach (var column in answer.Columns) table.AddColumn(column);
        foreach (var row in answer.Rows) table.AddRow([.. row.Select(cell => cell?.ToString() ?? "")]);
        console.Write(table);
        foreach (var instrument in answer.Instruments.Where(instrument => instrument.Verification is not null)) console.WriteLine($"{instrument.Instrument}: {instrument.Verification}.");
    }
}
