namespace Noroshi.Contracts;

/// <summary>
/// A room that knows something about another state, for its profile and the brief before a meeting. Registered in the services; asked on
/// every visit. One that fails or is too slow is named as missing, and the others are shown.
/// </summary>
public interface IStateProfileSource
{
    /// <summary>
    /// The topics it speaks to. What no source of the node speaks to is shown as not kept on this node; a topic named here without a section
    /// in the answer is shown as not open to this reader.
    /// </summary>
    IReadOnlyList<ProfileTopic> Topics { get; }

    /// <summary>
    /// What this reader may know, already worded: texts from resources come out in the language asked for, which is also the current culture
    /// of the interface while the source is asked. A section without facts says in <see cref="ProfileSection.Nothing"/> what that means.
    /// </summary>
    Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel);
}
