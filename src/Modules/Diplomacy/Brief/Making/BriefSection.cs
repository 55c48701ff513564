using Noroshi.Contracts;

namespace Noroshi.Diplomacy.Brief;

/// <summary>A part of a topic.</summary>
/// <param name="Title">Heads it.</param>
/// <param name="Note">How to read the facts.</param>
/// <param name="Href">Where all of it stands on the node.</param>
/// <param name="Nothing">What having no facts means; null where there are some.</param>
/// <param name="Facts">Most important first.</param>
internal sealed record BriefSection(string Title, string? Note, string? Href, string? Nothing, IReadOnlyList<BriefFact> Facts)
{
    internal static BriefSection Of(ProfileSection section) =>
        new(section.Title, section.Note, section.Href, section.Facts.Count == 0 ? section.Nothing : null, [.. section.Facts.Select(BriefFact.Of)]);
}
