using System.Text.Json.Serialization;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Brief;

/// <summary>One line of a brief.</summary>
/// <param name="Text">The fact.</param>
/// <param name="Detail">One more line; null for none.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="AsOf">As exactly as known; null is shown as not recorded.</param>
/// <param name="Confidence">A to D; null for figures of this node's own records.</param>
/// <param name="Href">Where it can be taken apart.</param>
/// <param name="Overdue">True for what is overdue or burns.</param>
/// <param name="Exercise">True for invented content.</param>
internal sealed record BriefFact(string Text, string? Detail, string Source, string? AsOf, string? Confidence, string? Href, bool Overdue, bool Exercise)
{
    /// <summary><see cref="AsOf"/> as a date.</summary>
    [JsonIgnore]
    public PartialDate? Date => AsOf is not null && PartialDate.TryParse(AsOf, out var date) ? date : null;

    /// <summary><see cref="Confidence"/> as a value.</summary>
    [JsonIgnore]
    public Confidence? Level => Enum.TryParse<Confidence>(Confidence, out var level) ? level : null;

    internal static BriefFact Of(ProfileFact fact) => new(fact.Text, fact.Detail, fact.Source, fact.AsOf?.ToString(), fact.Confidence?.ToString(), fact.Href, fact.Burning, fact.Exercise);
}
