using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Law.Ui.Basis;

namespace Noroshi.Law.Features;

/// <summary>An answer as JSON: what may be asked on which basis, under which conditions, through whom, until when, and why not otherwise.</summary>
internal sealed record BasisAnswer(
    string From, string To, string? Territory, string On, string? KnownAt, string Measure, string? Offence, string? Data, bool Urgent,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<BasisAnswer.Basis> Bases,
    IReadOnlyList<BasisAnswer.Speaks> Conditions,
    IReadOnlyList<BasisAnswer.Refusal> Refusals,
    IReadOnlyList<BasisAnswer.Channel> Channels,
    IReadOnlyList<BasisAnswer.Deadline> Deadlines,
    IReadOnlyList<BasisAnswer.Speaks> UseLimits,
    IReadOnlyList<BasisAnswer.Left> WhyNot,
    IReadOnlyList<BasisAnswer.Left> Silent,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, BasisAnswer.Recorded>> Coverage,
    IReadOnlyList<string> Suppositions,
    IReadOnlyList<string> NotVerified,
    IReadOnlyList<string> Unverified,
    string Note)
{
    internal sealed record Text(string En, string Ja);

    internal sealed record Basis(string Rule, string Instrument, string Provision, string Effect, Text Text, string Confidence, string Status, string? DependsOn, bool Verified, bool General, string Source, string? AsOf);

    internal sealed record Speaks(string Rule, string Instrument, string Provision, string Kind, string Status, string Effect, string Value, Text Text, string? DependsOn, string Confidence, bool Verified);

    internal sealed record Refusal(string Rule, string Provision, string Status, string Why, string Instrument, Text Text, string Confidence, bool Verified);

    internal sealed record Body(string State, string Role, string Direction, string Organisation, string? OrganisationLocal, string Source, string? AsOf, string Confidence);

    internal sealed record Channel(string Rule, string Instrument, string Provision, string Status, string Effect, string Value, string? Declared, Text Text, string? Why, IReadOnlyList<Body> Authorities, string Confidence, bool Verified);

    internal sealed record Deadline(string Rule, object Value, string Unit, string ClockStart, string Instrument, string Provision, string Status, string Effect, Text Text, string? DependsOn, string Confidence, bool Verified);

    internal sealed record Left(string Instrument, string Reason, string Code, string? Rule, string? Provision);

    internal sealed record Recorded(string Extent, string? Read, string? Note, string Words);

    /// <summary>Puts an answer into words of the language of the request; texts of rules are given in both.</summary>
    public static BasisAnswer Of(LegalAnswer answer, BasisWords words, LegalRules rules)
    {
        var (q, lines, reasons) = (answer.Question, answer.Lines, new BasisReasons(words, answer, rules));
        return new BasisAnswer(
            q.From.ToString(), q.To.ToString(), q.Territory.IsKnown ? q.Territory.ToString() : null, LawVerb.Write(q.On), q.KnownAt is { } knownAt ? LawVerb.Write(knownAt) : null,
            q.Measure.Id, q.Offence.Length > 0 ? q.Offence : null, q.DataKind.Length > 0 ? q.DataKind : null, q.Urgent,
            q.Facts.Given.ToDictionary(fact => fact.Key, fact => fact.Value switch { Truth.Yes => "true", Truth.No => "false", _ => "unknown" }),
            [.. lines.Bases.Select(line => new Basis(line.Rule.Rule.Id, line.Instrument, line.Rule.Rule.Provision, line.Rule.Effect, TextOf(line), line.Confidence.ToString(), BasisWords.Status(line.Status), reasons.Of(line), line.Rule.Rule.Verified, line.General, line.Rule.Rule.Provenance.Source, line.Rule.Rule.Provenance.AsOf?.ToString()))],
            [.. lines.Conditions.Select(line => SpeaksOf(line, reasons))],
            [.. lines.Refusals.Select(line => new Refusal(line.Rule.Rule.Id, line.Rule.Rule.Provision, BasisWords.Status(line.Status), reasons.Of(line) ?? words["Status_applies"], line.Instrument, TextOf(line), line.Confidence.ToString(), line.Rule.Rule.Verified))],
            [.. lines.Channels.Select(line => new Channel(line.Rule.Rule.Id, line.Instrument, line.Rule.Rule.Provision, BasisWords.Status(line.Status), line.Rule.Effect, line.Rule.Rule.Value, line.Text?.EffectCode, TextOf(line), reasons.Of(line), [.. line.Authorities.Select(BodyOf)], line.Confidence.ToString(), line.Rule.Rule.Verified))],
            [.. lines.Deadlines.Select(line => new Deadline(line.Rule.Rule.Id, ValueOf(line.Rule.Rule.Value), line.Rule.Rule.Unit, line.Rule.Rule.ClockStart, line.Instrument, line.Rule.Rule.Provision, BasisWords.Status(line.Status), line.Rule.Effect, TextOf(line), reasons.Of(line), line.Confidence.ToString(), line.Rule.Rule.Verified))],
            [.. lines.UseLimits.Select(line => SpeaksOf(line, reasons))],
            [.. lines.WhyNot.Select(each => LeftOf(each, reasons))],
            [.. lines.Silent.Select(each => LeftOf(each, reasons))],
            lines.Coverage.GroupBy(note => note.Instrument).ToDictionary(group => group.Key, IReadOnlyDictionary<string, Recorded> (group) => group.ToDictionary(note => note.State.ToString(), note => RecordedOf(note, words))),
            [.. answer.Case.Suppositions.Where(each => IsAsked(each, lines)).Select(each => words["Supposed_" + each.Kind, words.Of(each.Atom, each.Truth)])],
            [.. lines.NotVerified.Select(each => each.Until is { } until ? words["NotVerified", each.Instrument.Id, LawVerb.Write(until)] : words["NotVerifiedAtAll", each.Instrument.Id])],
            [.. lines.Unverified.Select(line => line.Rule.Rule.Id).Distinct()],
            words["Reservations"]);
    }

    /// <summary>True where a rule that speaks asks it: what is presumed for other instruments is not worth saying.</summary>
    internal static bool IsAsked(Supposition supposition, AnswerLines lines) =>
        lines.Bases.Concat(lines.Conditions).Concat(lines.Deadlines).Concat(lines.Channels).Concat(lines.Refusals).Any(line => line.Rule.When?.Atoms().Contains(supposition.Atom) == true);

    private static Text TextOf(Line line) => new(line.Rule.Rule.En, line.Rule.Rule.Ja);

    private static Speaks SpeaksOf(Line line, BasisReasons reasons) => new(line.Rule.Rule.Id, line.Instrument, line.Rule.Rule.Provision, line.Rule.Rule.Kind, BasisWords.Status(line.Status), line.Rule.Effect, line.Rule.Rule.Value, TextOf(line), reasons.Of(line), line.Confidence.ToString(), line.Rule.Rule.Verified);

    private static Left LeftOf(WhyNot left, BasisReasons reasons) => new(left.Instrument, reasons.Of(left), left.Reason.Code.ToString(), left.Rule?.Rule.Id, left.Rule is { Displaces: true } displacing && left.Reason.By == displacing ? displacing.Rule.Value : left.Rule?.Rule.Provision);

    private static Body BodyOf(Authority body) => new(body.State.ToString(), body.Role, body.Direction, body.OrganisationEn, body.OrganisationLocal.Length > 0 ? body.OrganisationLocal : null, body.Provenance.Source, body.Provenance.AsOf?.ToString(), body.Provenance.Confidence.ToString());

    private static Recorded RecordedOf(CoverageNote note, BasisWords words) => new(note.Extent.ToString().ToLowerInvariant(), note.Recorded?.Provenance.AsOf?.ToString(), note.Recorded?.Note is { Length: > 0 } said ? said : null, words["Coverage_" + note.Extent]);

    private static object ValueOf(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : value;
}
