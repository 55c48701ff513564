namespace Noroshi.Contacts.Domain;

/// <summary>What is wrong with one field of an entry, and what to write instead.</summary>
/// <param name="Line">Line of the file; 0 for a form.</param>
/// <param name="Field">Name of the field, see <see cref="EntryFields"/>.</param>
/// <param name="Message">What and what to do, in English.</param>
internal sealed record FieldProblem(int Line, string Field, string Message)
{
    /// <summary>The line a terminal shows.</summary>
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"line {Line}, {Field}: {Message}") : $"{Field}: {Message}";
}
