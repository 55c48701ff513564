using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>An answer that nobody gave: concluded from what was said, or presumed because the question only makes sense with it.</summary>
internal sealed record Supposition(Atom Atom, Truth Truth, SuppositionKind Kind);
