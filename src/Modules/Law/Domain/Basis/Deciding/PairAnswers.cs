using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>What the register answers about two states on a day, as masks over the questions of the rules.</summary>
internal readonly record struct PairAnswers(UInt128 Yes, UInt128 No)
{
    /// <summary>Together with the answers of a case.</summary>
    public PairAnswers With(UInt128 yes, UInt128 no) => new(Yes | yes, No | no);

    /// <summary>The answer to the question with this mask.</summary>
    public Truth Of(UInt128 mask) => (Yes & mask) != 0 ? Truth.Yes : (No & mask) != 0 ? Truth.No : Truth.Unknown;
}
