using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Whether one thing (consent, entry into force, signature, invitation) was so on a day, since when, and after which record.</summary>
/// <remarks>
/// <c>Since</c>: When it happened; null where no date is recorded.<br/>
/// <c>Note</c>: What the source adds; empty for nothing.<br/>
/// <c>Computed</c>: True where it follows from the deposit by the instrument's own rule and no source states it.
/// </remarks>
internal sealed record Standing(Truth Truth, EventDate? Since, Provenance Provenance, string Note, bool Computed = false);
