using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.WeakLinks.Papers;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Ui;

/// <summary>What the newest study says of a state, for its profile and the brief: in bands only, since a brief leaves the node.</summary>
internal sealed class WeakLinksOfState(StudyStore store, IStateNames names) : IStateProfileSource
{
    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } = [ProfileTopic.WeakLinks];

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel)
    {
        if (question.Person?.ReadsWeakLinks() == false) return Task.FromResult<IReadOnlyList<ProfileSection>>([]);
        var words = new StudyWords(names, question.Language);
        var study = store.All().FirstOrDefault(study => DateOnly.FromDateTime(study.MadeAt.UtcDateTime) <= question.Day);
        var held = study?.Owners.FirstOrDefault(owner => owner.Owner == question.State.ToString());
        return Task.FromResult<IReadOnlyList<ProfileSection>>(
        [
            new ProfileSection(ProfileTopic.WeakLinks, words["ProfileTitle"], words[study is null ? "ProfileNoStudy" : "ProfileNothing"])
            {
                Href = "/weaklinks",
                Note = held is null ? null : words["ProfileNote"],
                Facts = study is null || held is null ? [] :
                [
                    new ProfileFact(words.Say("ProfileFact", words.Band(held.LargestShare), held.Links), words.Say("ProfileSource", study.Title))
                    {
                        AsOf = PartialDate.FromDateOnly(DateOnly.FromDateTime(study.MadeAt.UtcDateTime)),
                        Exercise = study.Exercise,
                        Href = "/weaklinks?study=" + study.Id,
                    },
                ],
            },
        ]);
    }
}
