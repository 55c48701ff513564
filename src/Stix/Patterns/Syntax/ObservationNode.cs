namespace Noroshi.Stix;

/// <summary>An observation expression: what must have been observed, and when.</summary>
internal abstract record ObservationNode;

/// <summary><c>[…]</c>.</summary>
/// <remarks><c>Number</c>: Its place in the pattern, from 0.</remarks>
internal sealed record SingleNode(ComparisonNode Comparison, int Number) : ObservationNode;

/// <summary>AND, OR or FOLLOWEDBY between several.</summary>
internal sealed record JoinedNode(Joint Joint, IReadOnlyList<ObservationNode> Parts) : ObservationNode;

/// <summary>WITHIN x SECONDS.</summary>
internal sealed record WithinNode(ObservationNode Inner, double Seconds) : ObservationNode;

/// <summary>START x STOP y.</summary>
internal sealed record BetweenNode(ObservationNode Inner, StixInstant Start, StixInstant Stop) : ObservationNode;

/// <summary>REPEATS x TIMES.</summary>
internal sealed record RepeatsNode(ObservationNode Inner, int Times) : ObservationNode;

/// <summary>How observations are joined.</summary>
internal enum Joint
{
    And,
    Or,
    FollowedBy,
}
