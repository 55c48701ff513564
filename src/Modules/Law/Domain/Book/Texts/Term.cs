using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>A word of the language in which rules say when they speak.</summary>
/// <remarks>
/// <c>Arguments</c>: Names of its arguments, in order.<br/>
/// <c>Sort</c>: <c>register</c>, <c>case</c> or <c>judgement</c>.
/// </remarks>
internal sealed record Term(string Name, IReadOnlyList<string> Arguments, string Sort, string Meaning, Provenance Provenance, int Line);
