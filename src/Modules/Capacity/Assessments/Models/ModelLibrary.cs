using Noroshi.Kernel;

namespace Noroshi.Capacity.Assessments;

/// <summary>The reviewed tables of the room: models, topics, crosswalks, recipients. Immutable.</summary>
internal sealed record ModelLibrary(IReadOnlyList<AssessmentModel> Models, IReadOnlyList<Topic> Topics, IReadOnlyList<CrosswalkLink> Crosswalks, IReadOnlyList<DacRecipient> Recipients)
{
    internal AssessmentModel? Model(string? id) => Models.FirstOrDefault(model => model.Id == id);

    internal Topic? Topic(string? code) => Topics.FirstOrDefault(topic => topic.Code == code);

    /// <summary>The recipient's line on a day; null where the state is not on the list that day, as far as the list is kept.</summary>
    internal DacRecipient? Recipient(CountryCode state, DateOnly day) => Recipients.FirstOrDefault(one => one.State == state && one.Period.Contains(day) == Truth.Yes);

    /// <summary>True where the node speaks to the topic, by our own proposals.</summary>
    internal bool Speaks(string model, string code, string topic) => Crosswalks.Any(link => link.Topic == topic && link.Model == model && link.Code == code);
}
