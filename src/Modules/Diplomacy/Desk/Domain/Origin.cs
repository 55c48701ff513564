using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>Where a line of the record comes from: the reviewed reference data, or a person of this node.</summary>
/// <param name="Provenance">Source, date and confidence.</param>
/// <param name="Note">What a reader must know before using the line; empty for nothing.</param>
/// <param name="Stamp">Who entered it; null for reviewed reference data.</param>
internal sealed record Origin(Provenance Provenance, string Note, Stamp? Stamp = null);
