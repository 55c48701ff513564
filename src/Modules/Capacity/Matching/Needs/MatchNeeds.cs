using Noroshi.Capacity.Assessments;
using Noroshi.Capacity.Registry;

namespace Noroshi.Capacity.Matching;

/// <summary>Puts offers to needs: hard filters first, then what an officer would weigh. It proposes; people decide.</summary>
internal sealed class MatchNeeds(ModelLibrary library)
{
    /// <summary>Every open need with its offers, in the order of the needs.</summary>
    internal IEnumerable<NeedAnswer> All(CapacityRecord record, DateOnly today) => record.Needs.Where(need => need.IsOpen(today)).Select(need => Of(need, record, today));

    internal NeedAnswer Of(Need need, CapacityRecord record, DateOnly today)
    {
        var (gap, text) = (Gap(need, record), TextGrams.Of(need.Title + " " + need.Text));
        var matches = new List<NeedMatch>();
        var refused = new List<(Offer, IReadOnlyList<HardFilter>)>();
        var alive = record.Projects.Where(one => one.IsRunning(today)).ToList();
        var running = alive.Where(one => one.States.Contains(need.State) && one.Topics.Contains(need.Topic)).ToList();
        var users = alive.SelectMany(one => one.Offers.Select(offer => (Offer: offer, Project: one))).ToLookup(pair => pair.Offer, pair => pair.Project);
        foreach (var offer in record.Offers)
        {
            var taken = users[offer.Id].ToList();
            var reasons = Reasons(need, offer, taken.Count, today).ToList();
            if (reasons.Count > 0) refused.Add((offer, reasons));
            else matches.Add(new NeedMatch(need, offer, gap, offer.Topics.Contains(need.Topic), text.Likeness(TextGrams.Of(offer.Title + " " + offer.Text)), taken, running));
        }

        return new NeedAnswer(need, gap, [.. matches.OrderByDescending(match => match.High).ThenByDescending(match => match.Low).ThenBy(match => match.Offer.Id, StringComparer.Ordinal)], refused);
    }

    private IEnumerable<HardFilter> Reasons(Need need, Offer offer, int taken, DateOnly today)
    {
        if (!offer.Topics.Any(topic => topic == need.Topic || library.Topic(topic)?.Area == library.Topic(need.Topic)?.Area)) yield return HardFilter.Topic;
        if (offer.States.Count > 0 && !offer.States.Contains(need.State)) yield return HardFilter.State;
        if (offer.IsOdaOnly && library.Recipient(need.State, today) is null) yield return HardFilter.NotRecipient;
        if (need.Languages.Count > 0 && offer.Languages.Count > 0 && !need.Languages.Intersect(offer.Languages).Any()) yield return HardFilter.Language;
        if (!offer.IsOpen(today) || offer.Since?.First > need.Until?.Last) yield return HardFilter.Dates;
        if (taken >= offer.Places) yield return HardFilter.NoPlace;
    }

    /// <summary>One assessment by one model: the one the need names, else the latest that speaks to the topic. Several nodes give a range, not a mean.</summary>
    private GapTerm Gap(Need need, CapacityRecord record)
    {
        var asked = record.Assessments.Where(one => one.State == need.State).OrderByDescending(one => one.Id == need.Assessment);
        foreach (var assessment in asked)
        {
            var scores = assessment.Scores.Where(score => library.Speaks(assessment.Model.Id, score.Code, need.Topic) && assessment.Model.Share(score.Level) is not null).ToList();
            if (scores.Count == 0) continue;
            return new GapTerm(
                scores.Min(score => 1 - (assessment.Model.Share(score.High ?? score.Level) ?? 1)),
                scores.Max(score => 1 - (assessment.Model.Share(score.Low ?? score.Level) ?? 0)),
                assessment,
                scores);
        }

        return new GapTerm(0, 1, null, []);
    }
}
