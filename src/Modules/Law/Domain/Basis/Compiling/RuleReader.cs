using System.Globalization;

namespace Noroshi.Law.Domain;

/// <summary>Reads single rules of the table: kind, condition, places, value; refuses what it does not understand.</summary>
internal sealed class RuleReader(LawBook book, Vocabulary vocabulary, AtomTable atoms)
{
    /// <summary>Instrument of rules that need none.</summary>
    public const string Comity = "COMITY";

    private const string Union = "EU2023-1543";

    /// <summary>Terms of the register that happen on a day and are no questions about a case.</summary>
    private static readonly string[] Happenings = ["deposit", "denunciation", "withdrawal"];

    /// <exception cref="RuleException">The row cannot be used.</exception>
    public CompiledRule Read(Rule rule)
    {
        if (!Enum.TryParse<RuleKind>(rule.Kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) || !rule.Kind.All(c => char.IsAsciiLetterLower(c) || c == '_'))
            throw new RuleException("kind", null, $"'{rule.Kind}' is no kind of rule.", "Use one of: " + string.Join(", ", Enum.GetNames<RuleKind>()).ToLowerInvariant() + " (two words joined by '_').");
        if (rule.Measure != "*" && Measure.Find(rule.Measure)?.Id != rule.Measure)
            throw new RuleException("measure", null, $"'{rule.Measure}' is no measure.", $"Nearest: {Near.Suggest(rule.Measure, Measure.All.Select(measure => measure.Id))}; or * for all.", isUnknownName: true);
        if (rule.Instrument != Comity && !IsKnown(rule.Instrument))
            throw new RuleException("instrument", null, $"'{rule.Instrument}' is not in the register.", $"Nearest: {Near.Suggest(rule.Instrument, book.Instruments.Select(each => each.Id))}.", isUnknownName: true);
        CheckValue(rule);
        var when = ReadCondition(rule, kind);
        return new CompiledRule
        {
            Rule = rule,
            Kind = kind,
            When = when,
            Compiled = when is null ? null : CompiledCondition.Compile(when, atoms.BitOf)
                ?? throw new RuleException("when", null, $"Written out, the condition has more than {CompiledCondition.MostAlternatives} alternatives.", "Split the rule."),
            Provisions = Provision.ParseAll(rule.Provision),
            Named = [.. rule.Value.Split('|').SelectMany(Provision.ParseAll)],
            Set = rule.Value.Split('&', '|').Select(part => OffenceSet.TryParse(part.Trim(), out var set) ? set : (OffenceSet?)null).FirstOrDefault(set => set is not null),
            SaysWhoIsBound = when is not null && when.Atoms().Any(atom => atom.Subject == "inForceFor" && atom.Parts[0] == rule.Instrument),
            AsksGround = when is not null && when.Atoms().Any(IsGround),
        };
    }

    /// <summary>What every rule of the instrument presupposes: that it is in force for both sides; null for comity.</summary>
    public CompiledCondition? GuardOf(string instrument)
    {
        if (instrument == Comity) return null;
        Condition guard = instrument == Union
            ? new Condition.And(Ask("euBound", "req"), Ask("euBound", "rqd"))
            : Ask("inForce", instrument.EndsWith("-*", StringComparison.Ordinal) ? instrument[..^2] : instrument);
        return CompiledCondition.Compile(guard, atoms.BitOf);
    }

    private static Condition.Ask Ask(string name, string argument) => new(new Atom(name, Comparison.None, argument));

    private bool IsKnown(string instrument) => vocabulary.IsInstrument(instrument.EndsWith("-*", StringComparison.Ordinal) ? instrument[..^2] : instrument);

    // A judgement is always about a ground; of the case facts only double criminality is one.
    private bool IsGround(Atom atom) => atom.IsCall && (atom.Subject == "dualCriminality" || (vocabulary.TryFind(atom.Subject, out var term) && term.Sort == "judgement"));

    private Condition? ReadCondition(Rule rule, RuleKind kind)
    {
        Condition when;
        try
        {
            when = WhenParser.Parse(rule.When, vocabulary);
        }
        catch (WhenException problem)
        {
            throw new RuleException("when", problem.Column, problem.What, problem.Todo, problem.IsUnknownName);
        }

        var happening = when.Atoms().FirstOrDefault(atom => Happenings.Contains(atom.Subject, StringComparer.Ordinal));
        if (happening is null) return when;
        if (kind != RuleKind.Temporal)
            throw new RuleException("when", rule.When.IndexOf(happening.Subject, StringComparison.Ordinal) + 1, $"{happening} happens on a day and says nothing about a case.", "Use it in rules of the kind temporal only.");
        return null;
    }

    private void CheckValue(Rule rule)
    {
        if (rule.Unit.Length > 0 && rule.Kind == "deadline" && !(int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
            throw new RuleException("value", null, $"'{rule.Value}' is no number of {rule.Unit}.", "Write a whole number above zero, or leave the unit empty.");
        if (!rule.Value.StartsWith("register(", StringComparison.Ordinal)) return;
        var named = AuthorityReference.TryParse(rule.Value, out var reference) && vocabulary.IsInstrument(reference.Instrument) && Provision.ParseAll(reference.Article).Count == 1;
        if (!named) throw new RuleException("value", null, $"'{rule.Value}' names no place in the register of authorities.", "Write register(INSTRUMENT,ARTICLE), for example register(ETS185,27(2)).", isUnknownName: true);
    }
}
