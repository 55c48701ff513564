namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How forecasts of past votes did, each made from earlier sessions only: texts that came back under their title.</summary>
/// <param name="FromSession">The first session that was forecast.</param>
/// <param name="ToSession">The last.</param>
/// <param name="Texts">Votes on texts.</param>
/// <param name="Votes">Votes of states.</param>
/// <param name="Right">Share of the states' votes in which the most probable choice was the one that was made.</param>
/// <param name="RightByMajority">The same for whoever says that all vote as most did on the text's last vote.</param>
/// <param name="RightByLast">The same for whoever says that each votes as it last did on this text, or else as it last did at all.</param>
/// <param name="Brier">Mean over votes of the sum over the three choices of (probability − outcome)²: 0 is perfect, 2 the worst.</param>
/// <param name="BrierByLast">The same for the last vote taken as certain.</param>
/// <param name="Passed">Share of the texts that passed as the forecast held more probable.</param>
/// <param name="PassBrier">Mean over texts of (probability of passing − outcome)²: 0 is perfect, 1 the worst.</param>
/// <param name="CountsWithin">Share of texts whose yes votes lay in the range that was said to hold them with 90 %.</param>
/// <param name="Reliability">The probabilities of yes in tenths, and how often yes came.</param>
internal sealed record ForecastRecord(
    int FromSession, int ToSession, int Texts, int Votes, double Right, double RightByMajority, double RightByLast, double Brier, double BrierByLast,
    double Passed, double PassBrier, double CountsWithin, IReadOnlyList<ForecastRecord.Tenth> Reliability)
{
    /// <summary>A tenth of the probabilities of yes.</summary>
    /// <param name="From">Lower end.</param>
    /// <param name="Votes">How many forecasts fell in it.</param>
    /// <param name="Said">Mean probability.</param>
    /// <param name="Came">Share of yes.</param>
    internal sealed record Tenth(double From, int Votes, double Said, double Came);
}
