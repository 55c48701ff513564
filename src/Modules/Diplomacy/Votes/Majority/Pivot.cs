namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>How much hangs on one state: the probability that the text passes when it votes yes, and when it votes no, everything else as forecast.</summary>
internal sealed record Pivot(string State, double IfYes, double IfNo)
{
    /// <summary>The measure by which states are put in order.</summary>
    internal double Change => IfYes - IfNo;
}
