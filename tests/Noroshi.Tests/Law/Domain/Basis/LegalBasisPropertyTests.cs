using Noroshi.Kernel;
using Noroshi.Law.Domain;

namespace Noroshi.Tests.Law.Domain;

/// <summary>What holds for every question: asked at random, but the same every time.</summary>
public sealed class LegalBasisPropertyTests
{
    private const int Questions = 4_000;

    private static readonly string[] Facts = [.. ReviewedRules.Rules.CaseQuestions.Select(asked => asked.Fact).Where(fact => fact is not ("offenceIn" or "dataType" or "urgent"))];
    private static readonly string[] Offences = ["", .. ReviewedRules.Book.Offences.Select(offence => offence.Id).Distinct()];

    /// <summary>States that the register knows more about are asked more often: questions without a treaty are easy.</summary>
    private static readonly CountryCode[] States =
        [.. ReviewedRules.Book.Events.Where(fact => fact.State.IsKnown && fact.State != StateIndex.Union).Select(fact => fact.State), .. Enumerable.Range(0, ReviewedLaw.States.Count).Select(ReviewedLaw.States.At).Where(code => code != StateIndex.Union)];

    [Fact]
    public void Ask_WhateverIsAsked_CitesNothingThatBindsNotBothUnlessItSaysSo()
    {
        foreach (var question in Random(1))
        {
            var lines = ReviewedRules.Engine.Ask(question).Lines;
            var register = ReviewedRules.Engine.OnDay(question.On, null).Register;
            foreach (var basis in lines.Bases.Where(line => line.Instrument != RuleReader.Comity))
            {
                var both = Kleene.And(register.BoundBy(basis.Instrument, question.From), register.BoundBy(basis.Instrument, question.To));
                var said = lines.WhyNot.Any(each => each.Instrument == basis.Instrument && each.Reason.Code == ReasonCode.OneSide);
                (both == Truth.Yes || (both == Truth.Unknown && basis.Status == LineStatus.Possible) || said).ShouldBeTrue($"{Say(question)}: {basis.Rule.Rule.Id} {basis.Instrument}");
            }
        }
    }

    [Fact]
    public void Ask_WhateverIsAsked_NamesEveryInstrumentAndEveryRuleOfThoseItUses()
    {
        foreach (var question in Random(2))
        {
            var answer = ReviewedRules.Engine.Ask(question);
            var lines = answer.Lines;
            (lines.Bases.Count + lines.WhyNot.Count).ShouldBeGreaterThan(0);
            foreach (var instrument in ReviewedRules.Book.Instruments.Where(instrument => instrument.Sides.Count == 0))
                (lines.Bases.Any(line => line.Instrument == instrument.Id) || lines.WhyNot.Any(each => each.Instrument == instrument.Id)).ShouldBeTrue($"{Say(question)}: {instrument.Id}");
            var told = Rules(lines);
            foreach (var (rule, outcome) in answer.Decision.Plan.Rules.Zip(answer.Decision.Rules))
            {
                if (outcome.Outcome is Outcome.NotBound or Outcome.OfRegister) continue;
                var whole = lines.WhyNot.Any(each => each.Rule is null && (each.Instrument == rule.Rule.Instrument || rule.Rule.Instrument.StartsWith(each.Instrument.TrimEnd('*'), StringComparison.Ordinal)));
                var used = lines.WhyNot.Any(each => each.Instrument == rule.Rule.Instrument);
                (told.Contains(rule.Rule.Id) || whole || used || rule.OpensTreaty).ShouldBeTrue($"{Say(question)}: {rule.Rule.Id} {outcome}");
            }
        }
    }

    /// <summary>A fact more may exclude a row, with the reason; it never makes one vanish.</summary>
    [Fact]
    public void Ask_WhenAFactIsAdded_LosesNoRowThatApplied()
    {
        var random = new Random(3);
        foreach (var question in Random(3))
        {
            var fact = Facts[random.Next(Facts.Length)];
            if (question.Facts.Find(fact) is not null) continue;
            var before = Rows(ReviewedRules.Engine.Ask(question).Lines).Where(line => line.Status == LineStatus.Applies).Select(line => line.Rule.Rule.Id).ToHashSet();
            var lines = ReviewedRules.Engine.Ask(question with { Facts = question.Facts.With(fact, random.Next(2) == 0 ? Truth.Yes : Truth.No) }).Lines;
            var told = Rules(lines);
            before.Where(id => !told.Contains(id) && !IsLeftOut(lines, id)).ShouldBeEmpty($"{Say(question)} + {fact}");
        }
    }

    /// <summary>Hiding what was recorded later is the same as never having recorded it.</summary>
    [Fact]
    public void Ask_WhenLaterKnowledgeIsHidden_AnswersAsIfItWereNotThere()
    {
        foreach (var knownAt in new[] { new DateOnly(2012, 1, 1), new DateOnly(2016, 6, 1), new DateOnly(2019, 12, 31), new DateOnly(2024, 7, 1), new DateOnly(2026, 12, 31) })
        {
            bool Known(Provenance provenance) => provenance.AsOf is not { } asOf || asOf.First <= knownAt;
            var earlier = ReviewedRules.Book with
            {
                Events = [.. ReviewedRules.Book.Events.Where(row => Known(row.Provenance))],
                Reservations = [.. ReviewedRules.Book.Reservations.Where(row => Known(row.Provenance))],
                Coverages = [.. ReviewedRules.Book.Coverages.Where(row => Known(row.Provenance))],
                Authorities = [.. ReviewedRules.Book.Authorities.Where(row => Known(row.Provenance))],
                Union = [.. ReviewedRules.Book.Union.Where(row => Known(row.Provenance))],
            };
            var then = new LegalEngine(LegalRules.Compile(earlier), new TreatyRegister(earlier), ReviewedLaw.States);
            foreach (var question in Random(4).Take(Questions / 10))
            {
                var hidden = Print(ReviewedRules.Engine.Ask(question with { KnownAt = knownAt }).Lines);
                hidden.ShouldBe(Print(then.Ask(question).Lines), $"{Say(question)} known at {knownAt:yyyy-MM-dd}");
            }
        }
    }

    [Fact]
    public void Ask_WhenAskedTwice_GivesTheSame()
    {
        foreach (var question in Random(5).Take(200)) Print(ReviewedRules.Engine.Ask(question).Lines).ShouldBe(Print(ReviewedRules.Engine.Ask(question).Lines));
    }

    private static IEnumerable<Question> Random(int seed)
    {
        var random = new Random(seed);
        T One<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
        for (var i = 0; i < Questions; i++)
        {
            var (from, to) = (One(States), One(States));
            if (from == to) continue;
            yield return new Question(from, to, new DateOnly(2000, 1, 1).AddDays(random.Next(10_200)), One(Measure.All))
            {
                Offence = One(Offences),
                DataKind = random.Next(2) == 0 ? "" : One(DataKinds.All),
                Urgent = random.Next(2) == 0,
                Facts = new CaseFacts(Enumerable.Range(0, random.Next(6)).Select(_ => One(Facts)).Distinct().Select(fact => KeyValuePair.Create(fact, (Truth)random.Next(3)))),
            };
        }
    }

    private static IEnumerable<Line> Rows(AnswerLines lines) => lines.Bases.Concat(lines.Conditions).Concat(lines.Refusals).Concat(lines.Channels).Concat(lines.Deadlines).Concat(lines.UseLimits);

    private static HashSet<string> Rules(AnswerLines lines) => [.. Rows(lines).Select(line => line.Rule.Rule.Id), .. lines.WhyNot.Concat(lines.Silent).Select(each => each.Rule?.Rule.Id).OfType<string>()];

    // All rules of an instrument that no longer gives a basis are left out with it, and the reason is told for the instrument.
    private static bool IsLeftOut(AnswerLines lines, string id) => ReviewedRules.Rules.Find(id)!.Rule.Instrument is var instrument
        && lines.Bases.All(line => line.Instrument != instrument) && lines.WhyNot.Any(each => instrument.StartsWith(each.Instrument.TrimEnd('*'), StringComparison.Ordinal));

    private static string Print(AnswerLines lines) => string.Join('\n', Rows(lines).Select(line => $"{line.Status} {line.Rule.Rule.Id} {line.Instrument} {line.Confidence} {line.Text?.Line} {string.Join(',', line.Authorities.Select(body => body.Line))}")
        .Concat(lines.WhyNot.Concat(lines.Silent).Select(each => $"{each.Instrument} {each.Rule?.Rule.Id} {each.Reason.Code} {string.Join(',', each.Reason.Sides.Select(side => $"{side.State} {side.Status}"))}"))
        .Concat(lines.Coverage.Select(note => $"{note.Instrument} {note.State} {note.Extent}")));

    private static string Say(Question question) => $"{question.From}→{question.To} {question.On:yyyy-MM-dd} {question.Measure.Id} {question.Offence} {question.DataKind} {(question.Urgent ? "urgent" : "")} {string.Join(',', question.Facts.Given)}";
}
