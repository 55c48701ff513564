using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;

namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>One way the planned text may divide states.</summary>
/// <param name="Weight">How probable it is; all together 1.</param>
/// <param name="Slope">How sharply it tells apart where states stand; its sign is the side it pleases.</param>
/// <param name="Lower">Where yes ends.</param>
/// <param name="Upper">Where no begins.</param>
internal readonly record struct TextPosition(double Weight, double Slope, double Lower, double Upper)
{
    /// <summary>Where an earlier text lay.</summary>
    internal static TextPosition Of(VoteBook book, IdealPoints points, int rollCall)
    {
        if (points.ItemOf(rollCall) is var (slope, lower, upper)) return new TextPosition(1, slope, lower, upper);
        // A vote in which nobody differed has no estimate; it is a text without slope that nearly all supported, or opposed.
        var choices = book.ChoicesOf(rollCall);
        var (yes, abstain) = (choices.Count(Choice.Yes), choices.Count(Choice.Abstain));
        var all = choices.Length + 1.5;
        return new TextPosition(1, 0, OrdinalProbit.Threshold((yes + 0.5) / all), OrdinalProbit.Threshold((yes + abstain + 1) / all));
    }
}
