using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Noroshi.Law.Domain;
using Noroshi.Law.Ui.Basis;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>Which provisions let one state ask another: <c>law basis</c> and <c>GET basis</c>.</summary>
internal static class AskBasis
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/basis", Handle)
        .WithSummary("What one state may ask of another for a measure on a day: bases, conditions, refusals, channels, deadlines, limits of use, and why not otherwise. fact=name=true|false|unknown, repeatable; format=csv for a table.")
        .Produces<BasisAnswer>().ProducesProblem(400).ProducesProblem(404);

    private static IResult Handle(
        string? from, string? to, string? territory, string? on, string? knownAt, string? measure, string? offence, string? data, string? urgent,
        [FromQuery(Name = "fact")] string[]? facts, string? format, BasisReader reader, LegalEngine engine, BasisWords words)
    {
        var ask = new BasisAsk { From = from, To = to, Territory = territory, On = on, KnownAt = knownAt, Measure = measure, Offence = offence, Data = data, Urgent = IsUrgent(urgent), Facts = facts ?? [] };
        var answer = BasisAnswer.Of(engine.Ask(reader.Read(ask)), words, engine.Rules);
        return CsvAsked.Is(format) ? CsvTable.Download($"basis-{answer.From}-{answer.To}-{answer.Measure}-{answer.On}.csv", [.. BasisCsv.Columns], BasisCsv.Rows(answer, BasisWords.Japanese)) : TypedResults.Ok(answer);
    }

    /// <exception cref="WrongAskException">Neither true nor false.</exception>
    internal static bool IsUrgent(string? asked) => asked switch
    {
        null or "" or "false" => false,
        "true" => true,
        _ => throw new WrongAskException("urgent", "urgent is neither true nor false.", "Send true or false."),
    };

    internal static Command Create(CommandHost host)
    {
        var from = new Option<string>("--from") { Description = "The state that asks, two letters.", HelpName = "CODE", Required = true };
        var to = new Option<string>("--to") { Description = "The state that is asked, two letters; a territory stands for its state.", HelpName = "CODE", Required = true };
        var territory = new Option<string?>("--territory") { Description = "Part of the asked state where the data are, for example CW.", HelpName = "CODE" };
        var measure = new Option<string>("--measure") { Description = "What is wanted: " + string.Join(", ", Measure.All.Select(each => each.Id)) + ".", HelpName = "MEASURE", Required = true };
        var offence = new Option<string?>("--offence") { Description = "Offence of the catalogue, for example illegal-access; other-e-evidence for any other.", HelpName = "ID" };
        var data = new Option<string?>("--data-kind") { Description = "Kind of data: subscriber, traffic or content.", HelpName = "KIND" };
        var facts = new Option<string[]>("--fact") { Description = "What is known of the case, for example dual_criminality=false; repeatable.", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        var urgent = new Option<bool>("--urgent") { Description = "The request is urgent." };
        var (on, knownAt, json, language) = (LawVerb.OnOption(), LawVerb.KnownAtOption(), LawVerb.JsonOption(), BasisVerb.LanguageOption());
        var verb = new Command("basis", "Which provisions let one state ask another for a measure on a day, and why not the others. It proposes; an authority decides.")
        {
            from, to, territory, measure, on, knownAt, offence, data, facts, urgent, json, language,
        };
        verb.SetAction(async (asked, cancel) =>
        {
            var law = BasisVerb.Open(host, asked.GetValue(language));
            var answer = BasisAnswer.Of(
                law.Engine.Ask(law.Reader.Read(new BasisAsk
                {
                    From = asked.GetValue(from),
                    To = asked.GetValue(to),
                    Territory = asked.GetValue(territory),
                    On = asked.GetValue(on),
                    KnownAt = asked.GetValue(knownAt),
                    Measure = asked.GetValue(measure),
                    Offence = asked.GetValue(offence),
                    Data = asked.GetValue(data),
                    Urgent = asked.GetValue(urgent),
                    Facts = asked.GetRequiredValue(facts),
                })),
                law.Words,
                law.Engine.Rules);
            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(answer, ReadableJson.Options) : BasisVerb.Write(answer, law.Words)).AsMemory(), cancel);
            return answer.Bases.Count > 0 ? 0 : 1;
        });
        return verb;
    }
}
