using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData.Ui;

namespace Noroshi.Shell.ReferenceData;

/// <summary>Which organisations and forums another state takes part in, first those in which we meet.</summary>
internal sealed class MembershipProfile(StateRegister register, IStringLocalizer<StateWords> text) : IStateProfileSource
{
    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } = [ProfileTopic.Organisations];

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel)
    {
        var japanese = question.Language.TwoLetterISOLanguageName == "ja";
        var ours = On(question.OwnState, question.Day).ToLookup(membership => membership.Organisation, StringComparer.Ordinal);
        var theirs = On(question.State, question.Day).ToList();
        return Task.FromResult<IReadOnlyList<ProfileSection>>(
        [
            Section("ProfileShared", "ProfileNoShared", theirs.Where(membership => ours.Contains(membership.Organisation)).Select(membership => Fact(membership, question, ours[membership.Organisation].First(), japanese))),
            Section("ProfileOthers", "ProfileNoOthers", theirs.Where(membership => !ours.Contains(membership.Organisation)).Select(membership => Fact(membership, question, null, japanese))),
        ]);

        ProfileSection Section(string title, string nothing, IEnumerable<ProfileFact> facts) =>
            new(ProfileTopic.Organisations, text[title], text[nothing]) { Facts = [.. facts], Href = "/states/" + question.State };
    }

    private IEnumerable<Membership> On(CountryCode state, DateOnly day) =>
        register.MembershipsOf(state.ToString()).Where(membership => membership.HoldsOn(day) != Truth.No);

    private ProfileFact Fact(Membership membership, ProfileQuestion question, Membership? ours, bool japanese) => new(
        register.Organisations.FirstOrDefault(known => known.Code == membership.Organisation)?.Name(japanese) ?? membership.Organisation,
        membership.Provenance.Source)
    {
        Detail = ours is null
            ? Side(question.State, membership, question)
            : Side(question.State, membership, question) + " · " + Side(question.OwnState, ours, question),
        AsOf = membership.Provenance.AsOf,
        Confidence = membership.Provenance.Confidence,
    };

    private string Side(CountryCode state, Membership membership, ProfileQuestion question) => text[
        membership.HoldsOn(question.Day) == Truth.Unknown ? "ProfileSideUnknown" : membership.Period.Since is null ? "ProfileSide" : "ProfileSideSince",
        register.NameOf(state, question.Language),
        text["Status_" + membership.Status].Value,
        membership.Period.Since?.ToString() ?? text["NotRecorded"].Value];
}
