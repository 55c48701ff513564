using System.Collections.Concurrent;
using System.Globalization;
using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>
/// What the register answers on one day, as masks: for each state once as the asking and once as the asked side. The answers about a pair are then
/// an "and" and an "or" of two masks, and a look at the agreements between the two.
/// </summary>
/// <remarks>Safe to ask from many threads: a state's masks are the same whoever computes them first.</remarks>
internal sealed class RegisterMasks
{
    private readonly LegalRules _rules;
    private readonly Agreements _agreements;
    private readonly UInt128 _register;
    private readonly PairAnswers _day;
    private readonly ConcurrentDictionary<ushort, StateMasks> _states = new();

    public RegisterMasks(LegalRules rules, RegisterOn register)
    {
        (_rules, Register) = (rules, register);
        _agreements = new Agreements(rules, register);
        UInt128 yes = 0, no = 0;
        for (var bit = 0; bit < rules.Atoms.Atoms.Count; bit++)
        {
            var atom = rules.Atoms.Atoms[bit];
            if (Sides(atom) != 0) _register |= UInt128.One << bit;
            if (atom.Subject != "date") continue;
            if (Holds(atom, register.Day)) yes |= UInt128.One << bit;
            else no |= UInt128.One << bit;
        }

        _day = new PairAnswers(yes, no);
    }

    public RegisterOn Register { get; }

    /// <summary>What the register answers when <paramref name="from"/> asks <paramref name="to"/>.</summary>
    public PairAnswers Between(CountryCode from, CountryCode to)
    {
        var (asking, asked) = (Of(from), Of(to));
        var agreements = _agreements.Between(asking.Agreements, asked.Agreements);
        // A question about one side only is answered yes for the other, so that "and" leaves it as it is.
        return new PairAnswers(
            (asking.Asking.Yes & asked.Asked.Yes & _register) | _day.Yes | agreements.Yes,
            asking.Asking.No | asked.Asked.No | _day.No | agreements.No);
    }

    /// <summary>Agreements in force between the two, or perhaps in force.</summary>
    public IEnumerable<(Instrument Instrument, Truth Truth)> Agreements(CountryCode from, CountryCode to) => _agreements.List(Of(from).Agreements, Of(to).Agreements);

    private StateMasks Of(CountryCode state) => _states.TryGetValue(state.Packed, out var masks) ? masks : _states.GetOrAdd(state.Packed, Compute(state));

    private StateMasks Compute(CountryCode state) => new(Side(state, AskingSide), Side(state, AskedSide), _agreements.Of(state));

    private const int AskingSide = 1;
    private const int AskedSide = 2;

    private PairAnswers Side(CountryCode state, int side)
    {
        UInt128 yes = 0, no = 0;
        for (var bit = 0; bit < _rules.Atoms.Atoms.Count; bit++)
        {
            var atom = _rules.Atoms.Atoms[bit];
            var sides = Sides(atom);
            if (sides == 0) continue;
            var truth = (sides & side) == 0 ? Truth.Yes : Answer(atom, state);
            if (truth == Truth.Yes) yes |= UInt128.One << bit;
            if (truth == Truth.No) no |= UInt128.One << bit;
        }

        return new PairAnswers(yes, no);
    }

    private Truth Answer(Atom atom, CountryCode state) => atom.Subject switch
    {
        "inForce" or "inForceFor" => Register.BoundBy(atom.Parts[0], state),
        "resv" => Text(state, code => Register.HasReservation(code, atom.Parts[1], atom.Parts[2])),
        "decl" => Text(state, code => Register.HasDeclaration(code, atom.Parts[1], atom.Parts[2])),
        "euBound" => Register.Register.Find("EU2023-1543") is { Applies: { } applies } && Register.Day < applies ? Truth.No : Register.BoundBy("EU2023-1543", state),
        "req" or "rqd" or "counterparty" => Kleene.Of(atom.Arguments == state.ToString() == (atom.Operator == Comparison.Equal)),
        _ => Truth.Unknown, // requiresTreaty and itSystemObligationApplies: no table records them yet
    };

    // What a state reserved or declared holds for the territories to which it extended the instrument.
    private Truth Text(CountryCode code, Func<CountryCode, Truth> of) =>
        _rules.Book.Territories.TryGetValue(code, out var state) && state.IsKnown ? Kleene.Or(of(code), of(state)) : of(code);

    // Which sides a question is about; none for a case, a day, or what stands between the two.
    private int Sides(Atom atom)
    {
        if (!atom.IsCall) return atom.Subject == "date" ? 0 : SideOf(atom.Subject);
        if (!_rules.Vocabulary.TryFind(atom.Subject, out var term) || term.Sort != "register" || _agreements.Answers(atom)) return 0;
        return term.Arguments.ToList().IndexOf("side") is var at and >= 0 ? SideOf(atom.Parts[at]) : atom.Subject == "inForce" ? AskingSide | AskedSide : 0;
    }

    private static int SideOf(string side) => side == "req" ? AskingSide : AskedSide;

    private static bool Holds(Atom atom, DateOnly on)
    {
        var order = on.CompareTo(DateOnly.ParseExact(atom.Arguments, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return atom.Operator switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.AtLeast => order >= 0,
            Comparison.AtMost => order <= 0,
            Comparison.Before => order < 0,
            _ => order > 0,
        };
    }
}
