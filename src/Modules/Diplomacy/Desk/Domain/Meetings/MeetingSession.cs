namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A part of a meeting, or several of one kind of which no more than the number is known.</summary>
/// <remarks>
/// <c>Count</c>: How many it stands for; null when not known.<br/>
/// <c>Title</c>: Its theme; empty where no source read names it.
/// </remarks>
internal sealed record MeetingSession(string Meeting, SessionKind Kind, int Number, int? Count, Wording Title, Origin Origin);
