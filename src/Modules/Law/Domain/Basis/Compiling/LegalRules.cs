using System.Collections.Frozen;
using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>The rules of a book, read and compiled once. Everything that is wrong with a rule is found here, before any question.</summary>
internal sealed class LegalRules
{
    private readonly FrozenDictionary<string, RulePlan> _plans;
    private readonly FrozenDictionary<(string Offence, string Instrument), string[]> _articles;
    private readonly Lazy<CaseQuestion[]> _caseQuestions;
    private readonly FrozenDictionary<string, IReadOnlyList<Provision>> _places;
    private readonly ILookup<CountryCode, Authority> _authorities;
    private readonly ILookup<CountryCode, Reservation> _texts;

    private LegalRules(LawBook book)
    {
        Book = book;
        Vocabulary = new Vocabulary(book);
        var reader = new RuleReader(book, Vocabulary, Atoms);
        var problems = new List<RuleProblem>();
        var rules = new List<CompiledRule>();
        foreach (var rule in book.Rules)
        {
            try
            {
                rules.Add(reader.Read(rule));
            }
            catch (RuleException problem)
            {
                problems.Add(new RuleProblem(rule, problem.Column, problem.Character, problem.What, problem.Todo, problem.IsUnknownName));
            }
        }

        Problems = problems;
        _caseQuestions = new Lazy<CaseQuestion[]>(() => [.. Enumerable.Range(0, Atoms.Atoms.Count).Where(bit => IsOfCase(Atoms.Atoms[bit])).Select(bit => new CaseQuestion(Atoms.Atoms[bit], bit))]);
        Rules = rules;
        _authorities = book.Authorities.ToLookup(body => body.State);
        _texts = book.Reservations.ToLookup(text => text.State);
        LastVerified = book.Instruments.Max(instrument => instrument.VerifiedUntil);
        _places = book.Authorities.SelectMany(body => body.Articles).Concat(book.Reservations.SelectMany(text => text.Articles)).Concat(Asked(rules)).Distinct().ToFrozenDictionary(article => article, Provision.ParseAll);
        _articles = book.Offences.ToLookup(offence => (offence.Id, offence.Instrument), offence => offence.Article).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _plans = Measure.All.ToFrozenDictionary(measure => measure.Id, measure => Plan(measure, reader));
    }

    public LawBook Book { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Every question that a rule or the presupposition of an instrument asks.</summary>
    public AtomTable Atoms { get; } = new();

    public IReadOnlyList<CompiledRule> Rules { get; }

    /// <summary>What is wrong, by row. With problems the book must not be used.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; }

    public static LegalRules Compile(LawBook book) => new(book);

    public RulePlan PlanOf(Measure measure) => _plans[measure.Id];

    public CompiledRule? Find(string id) => Rules.FirstOrDefault(rule => rule.Rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The questions that a case answers, with their bits.</summary>
    public CaseQuestion[] CaseQuestions => _caseQuestions.Value;

    /// <summary>Bodies that a state, territory or side designated, in the order of the table.</summary>
    public IEnumerable<Authority> AuthoritiesOf(CountryCode state) => _authorities[state];

    /// <summary>What a state or territory reserved or declared, in the order of the table.</summary>
    public IEnumerable<Reservation> TextsOf(CountryCode state) => _texts[state];

    /// <summary>Last day on which anything in the register was checked.</summary>
    public DateOnly? LastVerified { get; }

    /// <summary>Whether an article of the tables lies within, or holds, one of the places.</summary>
    public bool Concerns(string article, IReadOnlyList<Provision> places) => _places.TryGetValue(article, out var own) && own.Any(one => places.Any(place => place.Covers(one) || one.Covers(place)));

    /// <summary>Whether an instrument defines the offence by an article of the set.</summary>
    public bool IsIn(string offence, OffenceSet set) => _articles.TryGetValue((offence, set.Instrument), out var articles) && articles.Any(set.Holds);

    /// <summary>Whether an instrument defines the offence by a whole article.</summary>
    public bool Defines(string instrument, string offence) => IsIn(offence, new OffenceSet(instrument, 1, int.MaxValue));

    /// <summary>The places that an article of the tables or of a condition names.</summary>
    public IReadOnlyList<Provision> PlacesOf(string article) => _places.TryGetValue(article, out var places) ? places : Provision.ParseAll(article);

    private static IEnumerable<string> Asked(List<CompiledRule> rules) => rules
        .SelectMany(rule => rule.When?.Atoms().Where(atom => atom.Subject is "resv" or "decl").Select(atom => atom.Parts[2]) ?? [])
        .Concat(rules.Select(rule => AuthorityReference.TryParse(rule.Rule.Value, out var reference) ? reference.Article : "").Where(article => article.Length > 0));

    private bool IsOfCase(Atom atom) => atom.IsCall && Vocabulary.TryFind(atom.Subject, out var term) && term.Sort != "register";

    private RulePlan Plan(Measure measure, RuleReader reader)
    {
        var heard = Rules.Where(rule => measure.Hears(rule.Rule.Measure, rule.Kind)).ToArray();
        var names = heard.Select(rule => rule.Rule.Instrument).Distinct(StringComparer.Ordinal).ToList();
        return new RulePlan
        {
            Measure = measure,
            Rules = heard,
            Instruments = [.. names.Select(name => new InstrumentRules(name, reader.GuardOf(name), heard, measure))],
            Without = [.. Book.Instruments.Where(instrument => !names.Any(instrument.IsNamedBy))],
            Sets = [.. Enumerable.Range(0, heard.Length).Where(i => heard[i].LimitsOffences)],
        };
    }
}
