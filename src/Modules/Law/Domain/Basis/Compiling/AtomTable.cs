namespace Noroshi.Law.Domain;

/// <summary>Gives every different question of the rules its own bit, so that all answers of a case fit two words.</summary>
internal sealed class AtomTable
{
    /// <summary>Bits in a word.</summary>
    public const int Most = 128;

    private readonly Dictionary<Atom, int> _bits = [];
    private readonly List<Atom> _atoms = [];

    public IReadOnlyList<Atom> Atoms => _atoms;

    /// <summary>The bit of the question; a new one when it was not seen before.</summary>
    /// <exception cref="RuleException">There are more different questions than bits.</exception>
    public int BitOf(Atom atom)
    {
        if (_bits.TryGetValue(atom, out var bit)) return bit;
        if (_atoms.Count == Most) throw new RuleException("when", null, $"The rules ask more than {Most} different questions; {atom} is one too many.", "Reuse questions that other rules ask.");
        _bits.Add(atom, _atoms.Count);
        _atoms.Add(atom);
        return _atoms.Count - 1;
    }

    /// <summary>The mask of the question; zero when no rule asks it.</summary>
    public UInt128 MaskOf(Atom atom) => _bits.TryGetValue(atom, out var bit) ? UInt128.One << bit : 0;
}
