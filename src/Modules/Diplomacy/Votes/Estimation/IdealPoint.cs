namespace Noroshi.Diplomacy.Votes.Estimation;

/// <summary>Where a state stood in a session.</summary>
/// <param name="State">Code.</param>
/// <param name="Session">Regular session.</param>
/// <param name="Value">On a scale of mean 0 and spread 1 over all states and sessions.</param>
/// <param name="Low">Lower end of the 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Votes">On how many votes of the session it rests.</param>
internal sealed record IdealPoint(string State, int Session, double Value, double Low, double High, int Votes)
{
    /// <summary>A point on fewer votes is little more than the state's other sessions.</summary>
    internal const int FewVotes = 30;
}
