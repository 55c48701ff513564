namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>What a forecast takes as known about how texts and states move; chosen so that forecasts of the votes of sessions 61 to 66 did well.</summary>
internal sealed record ForecastOptions
{
    /// <summary>Standard deviation of a text's thresholds around those of the texts it resembles. One move for all states: it is what makes their votes go together.</summary>
    internal double TextSpread { get; init; } = 0.25;

    /// <summary>Standard deviation of a state's leaning on a subject around its ideal point.</summary>
    internal double LeaningSpread { get; init; } = 1.3;

    /// <summary>Standard deviation of what is new in each vote. The model's noise has spread 1; most of it is the state's lasting view of the subject, which its earlier votes show.</summary>
    internal double Noise { get; init; } = 0.1;

    /// <summary>Sessions after which a similar vote counts half.</summary>
    internal double Memory { get; init; } = 1;

    /// <summary>Standard deviation of a state's move from one session to the next.</summary>
    internal double Step { get; init; } = 0.25;

    /// <summary>Share of every state's chances that is spread evenly over the three choices: what no model sees coming.</summary>
    internal double Surprise { get; init; } = 0.01;

    /// <summary>Sessions that are looked at for whether a state votes often enough.</summary>
    internal int RecentSessions { get; init; } = 5;
}
