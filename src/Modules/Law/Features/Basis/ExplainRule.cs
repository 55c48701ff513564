using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Law.Domain;
using Noroshi.Law.Ui.Basis;
using Noroshi.Shell;

namespace Noroshi.Law.Features;

/// <summary>One rule of the book in words: <c>law explain</c> and <c>GET rules/{id}</c>.</summary>
internal static class ExplainRule
{
    internal sealed record Answer(
        string Rule, string Instrument, string Provision, string Measure, string Kind, string When, string WhenInWords, string Effect, string Value, string Unit, string ClockStart,
        BasisAnswer.Text Text, bool Verified, string Source, string? AsOf, string Confidence, int Line);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/rules/{id}", (string id, LegalEngine engine, BasisWords words) => TypedResults.Ok(Of(Find(engine.Rules, id), words)))
        .WithSummary("One rule of the book: its text, when it speaks (in words), its source.").Produces<Answer>().ProducesProblem(404);

    internal static CompiledRule Find(LegalRules rules, string id) => rules.Find(id.Trim())
        ?? throw new WrongAskException("rule", $"There is no rule '{(id.Length > 20 ? id[..20] : id)}'.", $"Nearest: {Near.Suggest(id, rules.Rules.Select(rule => rule.Rule.Id))}.", isUnknown: true);

    internal static Answer Of(CompiledRule rule, BasisWords words) => new(
        rule.Rule.Id, rule.Rule.Instrument, rule.Rule.Provision, rule.Rule.Measure, rule.Rule.Kind, rule.Rule.When, Words(rule, words), rule.Effect, rule.Rule.Value, rule.Rule.Unit, rule.Rule.ClockStart,
        new BasisAnswer.Text(rule.Rule.En, rule.Rule.Ja), rule.Rule.Verified, rule.Rule.Provenance.Source, rule.Rule.Provenance.AsOf?.ToString(), rule.Rule.Provenance.Confidence.ToString(), rule.Rule.Line);

    /// <summary>When the rule speaks, in words.</summary>
    internal static string Words(CompiledRule rule, BasisWords words) => rule.When is null ? words["Why_OfRegister"] : words.Of(rule.When);

    internal static Command Create(CommandHost host)
    {
        var id = new Argument<string>("RULE") { Description = "For example B004." };
        var (json, language) = (LawVerb.JsonOption(), BasisVerb.LanguageOption());
        var verb = new Command("explain", "One rule of the book: its text, when it speaks in words, its source.") { id, json, language };
        verb.SetAction(async (asked, cancel) =>
        {
            var law = BasisVerb.Open(host, asked.GetValue(language));
            var answer = Of(Find(law.Engine.Rules, asked.GetRequiredValue(id)), law.Words);
            await host.Out.WriteLineAsync((asked.GetValue(json) ? JsonSerializer.Serialize(answer, ReadableJson.Options) : Write(answer)).AsMemory(), cancel);
            return 0;
        });
        return verb;
    }

    private static string Write(Answer rule) => string.Create(CultureInfo.InvariantCulture, $"""
        {rule.Rule}  {BasisWords.Cite(rule.Instrument, rule.Provision)}  {rule.Measure}  {rule.Kind}
          {rule.Text.En}
          {rule.Text.Ja}
          when    {rule.When}
                  {rule.WhenInWords}
          effect  {rule.Effect} {rule.Value} {rule.Unit} {rule.ClockStart}
          source  {rule.Source} ({rule.AsOf}, {rule.Confidence}{(rule.Verified ? "" : ", not verified in the official text")})
          data/law/rules.csv, line {rule.Line}
        """);
}
