using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>What was found in a file.</summary>
/// <param name="Entries">Each with its line and its fields by name.</param>
/// <param name="Problems">What makes the file unfit.</param>
/// <param name="NotUnderstood">What was left out because it has no place here; said, so that nobody believes it came along.</param>
internal sealed record FileContent(List<(int Line, Dictionary<string, string> Fields)> Entries, List<FieldProblem> Problems, List<string> NotUnderstood)
{
    internal static FileContent Empty() => new([], [], []);

    internal static FileContent Wrong(int line, string field, string message) => new([], [new FieldProblem(line, field, message)], []);
}
