using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A place where states talk: a body, a series of meetings, a dialogue.</summary>
/// <remarks>
/// <c>Kind</c>: As in the data: <c>un-expert-group</c>, <c>bilateral-dialogue</c>, ….<br/>
/// <c>Parent</c>: Id of the forum it belongs to; empty for none.
/// </remarks>
internal sealed record Forum(string Id, Wording Name, string Kind, string Parent, Period Period, Origin Origin);
