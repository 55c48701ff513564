using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Agreements between two sides on a day, and which questions of the rules each of them answers.</summary>
internal sealed class Agreements
{
    private readonly RegisterOn _register;
    private readonly IReadOnlyList<Instrument> _agreements;
    private readonly UInt128[] _answers;
    private readonly UInt128 _all;

    public Agreements(LegalRules rules, RegisterOn register)
    {
        _register = register;
        _agreements = [.. rules.Book.Instruments.Where(instrument => instrument.Sides.Count == 2)];
        _answers = [.. _agreements.Select(agreement => rules.Atoms.Atoms.Where(atom => Concerns(atom, agreement)).Aggregate((UInt128)0, (mask, atom) => mask | rules.Atoms.MaskOf(atom)))];
        _all = rules.Atoms.Atoms.Where(Answers).Aggregate((UInt128)0, (mask, atom) => mask | rules.Atoms.MaskOf(atom));
    }

    /// <summary>True for a question about what stands between two states, not about one of them.</summary>
    public bool Answers(Atom atom) => atom.IsCall && (atom.Subject is "mlat" or "extr" || (atom.Subject == "inForce" && _agreements.Any(agreement => Concerns(atom, agreement))));

    /// <summary>The agreements to which the state is a side.</summary>
    public IReadOnlyList<AgreementSide> Of(CountryCode state)
    {
        var sides = new List<AgreementSide>();
        for (var i = 0; i < _agreements.Count; i++)
        {
            var bound = _register.BoundBy(_agreements[i].Id, state);
            for (var side = 0; bound != Truth.No && side < 2; side++)
            {
                if (_agreements[i].Sides[side] == state || (_agreements[i].Sides[side] == StateIndex.Union && _register.InUnion(state) != Truth.No)) sides.Add(new AgreementSide(i, side, bound));
            }
        }

        return sides;
    }

    /// <summary>Answers to the questions about what stands between the two.</summary>
    public PairAnswers Between(IReadOnlyList<AgreementSide> one, IReadOnlyList<AgreementSide> other)
    {
        UInt128 yes = 0, maybe = 0;
        for (var i = 0; i < one.Count; i++)
        {
            for (var j = 0; j < other.Count; j++)
            {
                if (one[i].Agreement != other[j].Agreement || one[i].Side == other[j].Side) continue;
                if (Kleene.And(one[i].Bound, other[j].Bound) == Truth.Yes) yes |= _answers[one[i].Agreement];
                else maybe |= _answers[one[i].Agreement];
            }
        }

        return new PairAnswers(yes, _all & ~yes & ~maybe);
    }

    /// <summary>The agreements in force between the two, certainly or perhaps.</summary>
    public IEnumerable<(Instrument Instrument, Truth Truth)> List(IReadOnlyList<AgreementSide> one, IReadOnlyList<AgreementSide> other) =>
        from a in one
        from b in other
        where a.Agreement == b.Agreement && a.Side != b.Side
        select (_agreements[a.Agreement], Kleene.And(a.Bound, b.Bound));

    private static bool Concerns(Atom atom, Instrument agreement) => atom.Subject switch
    {
        "mlat" => agreement.Kind == InstrumentKind.MutualAssistance,
        "extr" => agreement.Kind == InstrumentKind.Extradition,
        "inForce" => agreement.Id == atom.Parts[0] || agreement.Id.StartsWith(atom.Parts[0] + "-", StringComparison.Ordinal),
        _ => false,
    };
}
