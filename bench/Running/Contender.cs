namespace Noroshi.Bench;

/// <summary>A program to be measured on an input.</summary>
/// <param name="Name">How the report calls it.</param>
/// <param name="Program">Executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Records">Records in its input: costs are compared per record, so that slow peers may read a part.</param>
/// <param name="Counts">Finds the counts in its output that have to be equal; null where it counts nothing comparable.</param>
internal sealed record Contender(string Name, string Program, IReadOnlyList<string> Arguments, long Records, Func<string, string>? Counts)
{
    /// <summary>As it would be typed in the repository's folder.</summary>
    public string CommandIn(string root) =>
        $"{Relative(root, Program)} {string.Join(' ', Arguments.Select(each => Relative(root, each)).Select(each => each.AsSpan().ContainsAny(" \t()$") ? $"'{each}'" : each))}";

    private static string Relative(string root, string text) => text.Replace(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
}
