namespace Noroshi.Diplomacy.Brief;

/// <summary>A topic of a brief.</summary>
/// <param name="Topic">Its word: <c>treaties</c>, <c>weak-links</c>.</param>
/// <param name="Title">Its name in the language of the brief.</param>
/// <param name="Standing">What the brief has of it.</param>
/// <param name="Missing">Rooms that should have spoken to it and did not answer.</param>
/// <param name="Sections">What was said, in the order of the rooms.</param>
internal sealed record BriefTopic(string Topic, string Title, TopicStanding Standing, IReadOnlyList<string> Missing, IReadOnlyList<BriefSection> Sections);
