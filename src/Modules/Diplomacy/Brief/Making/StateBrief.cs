using System.Globalization;
using System.Text.Json.Serialization;

namespace Noroshi.Diplomacy.Brief;

/// <summary>What the node knows about another state on a day, for one reader, in one language; the same for page, paper, terminal and machine.</summary>
/// <param name="OwnState">Code of the state that runs the node.</param>
/// <param name="OwnName">Its name in the language of the brief.</param>
/// <param name="State">Code of the state it is about.</param>
/// <param name="Name">Its name.</param>
/// <param name="Language"><c>ja</c> or <c>en</c>.</param>
/// <param name="Day">The day it speaks of, as a date.</param>
/// <param name="MadeAt">When it was made, UTC.</param>
/// <param name="MadeBy">Who made it, as people call them.</param>
/// <param name="Marking">Its TLP label.</param>
/// <param name="Exercise">True where the whole node is an exercise.</param>
/// <param name="Topics">Every topic in reading order, also those of which nothing is kept.</param>
internal sealed record StateBrief(string OwnState, string OwnName, string State, string Name, string Language, string Day, DateTimeOffset MadeAt, string MadeBy, string Marking, bool Exercise, IReadOnlyList<BriefTopic> Topics)
{
    /// <summary>The culture that words of the brief are taken in.</summary>
    [JsonIgnore]
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language == "ja" ? "ja-JP" : "en-GB");

    /// <summary>Topics of which there is something to say; the rest is named in one line.</summary>
    [JsonIgnore]
    public IEnumerable<BriefTopic> Kept => Topics.Where(topic => topic.Standing != TopicStanding.NotKept);

    /// <summary>Topics that no room of the node keeps.</summary>
    [JsonIgnore]
    public IReadOnlyList<BriefTopic> NotKept => [.. Topics.Where(topic => topic.Standing == TopicStanding.NotKept)];

    /// <summary>What is overdue or burns, from all topics.</summary>
    [JsonIgnore]
    public IReadOnlyList<BriefFact> Overdue => [.. Topics.SelectMany(topic => topic.Sections).SelectMany(section => section.Facts).Where(fact => fact.Overdue)];
}
