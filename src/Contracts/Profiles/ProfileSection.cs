namespace Noroshi.Contracts;

/// <summary>One part of a state's profile; a source may give several to one topic, in reading order.</summary>
/// <param name="Topic">What it is about; one of the source's <see cref="IStateProfileSource.Topics"/>.</param>
/// <param name="Title">Heads it, in the reader's language.</param>
/// <param name="Nothing">
/// What is said where there are no facts, in the reader's language: whether nothing is recorded, nothing was looked for, or there is known to be none.
/// </param>
public sealed record ProfileSection(ProfileTopic Topic, string Title, string Nothing)
{
    /// <summary>What is known, most important first.</summary>
    public IReadOnlyList<ProfileFact> Facts { get; init; } = [];

    /// <summary>How to read the facts: method, limits, what is left out.</summary>
    public string? Note { get; init; }

    /// <summary>The page of the room where all of it stands.</summary>
    public string? Href { get; init; }
}
