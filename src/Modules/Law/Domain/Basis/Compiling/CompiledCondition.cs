using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A condition as alternatives of bit masks: each alternative says which questions must be answered yes and which no.</summary>
/// <remarks>
/// Kleene's logic distributes and obeys De Morgan's laws, so the disjunctive form has the same three-valued answer as the tree. A condition is
/// then a few "and"s of two words, whatever its text looked like.
/// </remarks>
internal sealed class CompiledCondition
{
    /// <summary>More alternatives than this are refused at load: a condition must not grow without bound when it is written out.</summary>
    public const int MostAlternatives = 64;

    private readonly (UInt128 Yes, UInt128 No)[] _alternatives;

    private CompiledCondition((UInt128, UInt128)[] alternatives) => _alternatives = alternatives;

    /// <summary>Compiles a condition; <paramref name="bit"/> gives the place of each question.</summary>
    /// <returns>Null when it has more than <see cref="MostAlternatives"/> alternatives.</returns>
    public static CompiledCondition? Compile(Condition condition, Func<Atom, int> bit) =>
        Expand(condition, negated: false, bit) is { } alternatives ? new CompiledCondition([.. alternatives.Distinct()]) : null;

    /// <summary>The answer, given the questions known to be answered yes and those known to be answered no; the others are unknown.</summary>
    public Truth Evaluate(UInt128 yes, UInt128 no)
    {
        var answer = Truth.No;
        foreach (var (wantsYes, wantsNo) in _alternatives)
        {
            if (((wantsYes & no) | (wantsNo & yes)) != 0) continue;
            if (((wantsYes & ~yes) | (wantsNo & ~no)) == 0) return Truth.Yes;
            answer = Truth.Unknown;
        }

        return answer;
    }

    private static List<(UInt128 Yes, UInt128 No)>? Expand(Condition condition, bool negated, Func<Atom, int> bit) => condition switch
    {
        Condition.Constant constant => constant.Holds != negated ? [(0, 0)] : [],
        Condition.Not not => Expand(not.Operand, !negated, bit),
        Condition.Ask ask => negated ? [(0, UInt128.One << bit(ask.Atom))] : [(UInt128.One << bit(ask.Atom), 0)],
        Condition.And and => Join(Expand(and.Left, negated, bit), Expand(and.Right, negated, bit), both: !negated),
        Condition.Or or => Join(Expand(or.Left, negated, bit), Expand(or.Right, negated, bit), both: negated),
        _ => throw new InvalidOperationException(condition.GetType().Name),
    };

    private static List<(UInt128, UInt128)>? Join(List<(UInt128 Yes, UInt128 No)>? left, List<(UInt128 Yes, UInt128 No)>? right, bool both)
    {
        if (left is null || right is null) return null;
        if ((both ? left.Count * right.Count : left.Count + right.Count) > MostAlternatives) return null;
        return both ? [.. left.SelectMany(_ => right, (a, b) => (a.Yes | b.Yes, a.No | b.No))] : [.. left, .. right];
    }
}
