using Noroshi.Kernel;

namespace Noroshi.Law.Domain;

/// <summary>Something that became different on a date: an event, or a reservation, declaration or designation that began or ended.</summary>
/// <remarks>
/// <c>What</c>: Word of the event (<c>accession</c>), or <c>begins</c> or <c>ends</c> for a text.<br/>
/// <c>Article</c>: Article of a text; empty for an event.<br/>
/// <c>TextKind</c>: Kind of a text (<c>reservation</c>); empty for an event.
/// </remarks>
internal sealed record Change(string Instrument, CountryCode State, EventDate Date, string What, string Article, string TextKind, string Note, Provenance Provenance);
