using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A condition of a rule as a tree. Two conditions with the same tree are equal.</summary>
internal abstract record Condition
{
    /// <summary>Yes, no or unknown, asking <paramref name="value"/> for each single question in it.</summary>
    public Truth Evaluate(Func<Atom, Truth> value) => this switch
    {
        Constant constant => Kleene.Of(constant.Holds),
        Not not => Kleene.Not(not.Operand.Evaluate(value)),
        And and => Kleene.And(and.Left.Evaluate(value), and.Right.Evaluate(value)),
        Or or => Kleene.Or(or.Left.Evaluate(value), or.Right.Evaluate(value)),
        Ask ask => value(ask.Atom),
        _ => throw new InvalidOperationException(GetType().Name),
    };

    /// <summary>Every single question in it, from left to right, repeated as written.</summary>
    public IEnumerable<Atom> Atoms() => this switch
    {
        Not not => not.Operand.Atoms(),
        And and => and.Left.Atoms().Concat(and.Right.Atoms()),
        Or or => or.Left.Atoms().Concat(or.Right.Atoms()),
        Ask ask => [ask.Atom],
        _ => [],
    };

    /// <summary>The single questions that made the answer what it is: of several parts, those that were answered like the whole.</summary>
    public IEnumerable<Atom> Because(Func<Atom, Truth> value) => Reasons(value).Atoms.Distinct();

    // One walk: each question is asked once, however deep it stands.
    private (Truth Truth, IReadOnlyList<Atom> Atoms) Reasons(Func<Atom, Truth> value)
    {
        switch (this)
        {
            case Ask ask: return (value(ask.Atom), [ask.Atom]);
            case Not not:
                var (truth, atoms) = not.Operand.Reasons(value);
                return (Kleene.Not(truth), atoms);
            case And and: return Join(and.Left.Reasons(value), and.Right.Reasons(value), Kleene.And);
            case Or or: return Join(or.Left.Reasons(value), or.Right.Reasons(value), Kleene.Or);
            default: return (Evaluate(value), []);
        }

        static (Truth, IReadOnlyList<Atom>) Join((Truth Truth, IReadOnlyList<Atom> Atoms) left, (Truth Truth, IReadOnlyList<Atom> Atoms) right, Func<Truth, Truth, Truth> how)
        {
            var answer = how(left.Truth, right.Truth);
            return (answer, left.Truth != answer ? right.Atoms : right.Truth != answer ? left.Atoms : [.. left.Atoms, .. right.Atoms]);
        }
    }

    /// <summary>As it is written in a table; reading this again gives the same tree.</summary>
    public sealed override string ToString() => ConditionText.Write(this);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    internal sealed record Constant(bool Holds) : Condition;

    /// <summary>Not.</summary>
    internal sealed record Not(Condition Operand) : Condition;

    /// <summary>Both.</summary>
    internal sealed record And(Condition Left, Condition Right) : Condition;

    /// <summary>At least one.</summary>
    internal sealed record Or(Condition Left, Condition Right) : Condition;

    /// <summary>A single question.</summary>
    internal sealed record Ask(Atom Atom) : Condition;
}
