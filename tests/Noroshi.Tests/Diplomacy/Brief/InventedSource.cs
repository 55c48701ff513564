using Noroshi.Contracts;

namespace Noroshi.Tests.Diplomacy.Brief;

/// <summary>A room that answers as a test wants it to.</summary>
internal sealed class InventedSource(ProfileTopic topic, Func<ProfileQuestion, CancellationToken, Task<IReadOnlyList<ProfileSection>>> answer) : IStateProfileSource
{
    public IReadOnlyList<ProfileTopic> Topics { get; } = [topic];

    public Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel) => answer(question, cancel);

    internal static InventedSource Saying(ProfileTopic topic, params ProfileFact[] facts) =>
        new(topic, (_, _) => Task.FromResult<IReadOnlyList<ProfileSection>>([new ProfileSection(topic, "Section of " + topic, "Nothing is recorded.") { Facts = facts, Note = "How to read it." }]));
}
