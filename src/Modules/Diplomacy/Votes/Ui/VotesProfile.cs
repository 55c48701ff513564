using System.Globalization;
using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Votes.Ui;

/// <summary>What recorded votes say of a state in its profile: how far it votes with us, on what, and where both stood.</summary>
internal sealed class VotesProfile(VotesOfState votes, KeptVotes kept, IStringLocalizer<VotesText> text) : IStateProfileSource
{
    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } = [ProfileTopic.Votes];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel)
    {
        if (question.Person?.ReadsDiplomacy() == false) return [];
        // A page can be loaded again; the verb is asked once, and its program ends with the answer.
        if (question.Person is null) await kept.Now().WhenPlacedAsync().WaitAsync(cancel);
        var compared = votes.Of(question.OwnState.ToString(), question.State.ToString());
        var nothing = text[kept.Now().Book.RollCalls.Count == 0 ? "ProfileNothingKept" : "ProfileNoVotes"];
        return
        [
            new ProfileSection(ProfileTopic.Votes, text["ProfileVotes"], nothing)
            {
                Href = $"/votes/agreement?a={question.OwnState}&b={question.State}",
                Note = compared is null ? null : text["ProfileVotesNote"].Value,
                Facts = compared is null ? [] : [.. Facts(compared)],
            },
        ];
    }

    private IEnumerable<ProfileFact> Facts(VotesOfState.Compared compared)
    {
        if (compared.Cyber is { } cyber) yield return Fact(compared, "ProfileCyber", cyber);
        if (compared.Recent is { } recent) yield return Fact(compared, "ProfileRecent", recent);
        if (compared.All is { } all) yield return Fact(compared, "ProfileAll", all);
        if (compared is { Own: { } own, Theirs: { } theirs })
            yield return Fact(compared, text["ProfilePoints", Said(theirs), Said(own)]) with { Detail = text["ProfilePointsDetail", theirs.Session, theirs.Votes, own.Session, own.Votes] };
        else if (compared.IsEstimating)
            yield return Fact(compared, text["BeingEstimated"]);
    }

    private ProfileFact Fact(VotesOfState.Compared compared, string key, VotesOfState.Measured measured) => Fact(compared, text[key, VoteLabels.Share(measured.Share)]) with
    {
        Detail = text["ProfileMeasured", measured.Votes.ToString("N0", CultureInfo.CurrentCulture), measured.FromSession, measured.ToSession] + (measured.Votes < IdealPoint.FewVotes ? text["ProfileFew"] : ""),
    };

    // The files are copies of the official record.
    private static ProfileFact Fact(VotesOfState.Compared compared, string said) => new(said, compared.Source) { AsOf = compared.AsOf, Confidence = Confidence.B };

    private string Said(IdealPoint point) => text["ProfilePoint", VoteLabels.Number(point.Value), VoteLabels.Number(point.Low), VoteLabels.Number(point.High)];
}
