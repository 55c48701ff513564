namespace Noroshi.Law.Domain;

/// <summary>A question that a case answers.</summary>
/// <param name="Atom">The question.</param>
/// <param name="Bit">Its bit.</param>
internal sealed record CaseQuestion(Atom Atom, int Bit)
{
    /// <summary>The fact that answers it: its word, with the side where it is about one.</summary>
    public string Fact { get; } = Atom.Arguments.Length == 0 || Atom.Subject is "offenceIn" or "dataType" ? Atom.Subject : Atom.ToString();
}
