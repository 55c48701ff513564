namespace Noroshi.Law.Domain;

/// <summary>A single question of a condition: a call such as <c>resv(rqd,ETS185,29(4))</c>, or a comparison of a day or a state.</summary>
/// <param name="Subject">Word of the vocabulary, or <c>date</c>, <c>req</c>, <c>rqd</c>, <c>counterparty</c>.</param>
/// <param name="Operator"><c>None</c> for a call.</param>
/// <param name="Arguments">Arguments of the call, or the one thing compared with, joined by commas.</param>
internal sealed record Atom(string Subject, Comparison Operator, string Arguments)
{
    private readonly string[] _parts = Operator == Comparison.None && Arguments.Length > 0 ? Arguments.Split(',') : [];

    private readonly int _hash = HashCode.Combine(Subject, Operator, Arguments);

    /// <summary>Arguments one by one.</summary>
    public IReadOnlyList<string> Parts => _parts;

    public bool IsCall => Operator == Comparison.None;

    // Array and hash follow from the text; comparing the array by reference would make equal questions differ.
    public bool Equals(Atom? other) => ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Subject == other.Subject && Operator == other.Operator && Arguments == other.Arguments);

    public override int GetHashCode() => _hash;

    public override string ToString() => IsCall ? $"{Subject}({Arguments})" : Subject + ConditionText.Sign(Operator) + Arguments;
}
