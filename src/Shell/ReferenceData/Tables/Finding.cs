namespace Noroshi.Shell.ReferenceData;

/// <summary>One thing wrong in the reference data: where, what, and what to do about it.</summary>
/// <param name="File">Path below the data folder, with forward slashes.</param>
/// <param name="Row">Line in the file, the header being 1; 0 for the file as a whole.</param>
/// <param name="Column">Column name; empty for the whole row or file.</param>
/// <param name="Reason">Stable short name of the rule that was broken, for example <c>duplicate-key</c>.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Todo">What to do about it.</param>
public sealed record Finding(string File, int Row, string Column, string Reason, string What, string Todo);
