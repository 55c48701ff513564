namespace Noroshi.WeakLinks.Domain;

/// <summary>The four reasons for aid, in the order in which they are shown.</summary>
internal enum Goal
{
    /// <summary>Fall of the risk from the viewpoint that is asked: our own.</summary>
    Security,

    /// <summary>Weight of the recipients in votes: Σ η·π of the states whose nodes a project hardens. η is an assumption.</summary>
    Majority,

    /// <summary>Domestic content as recorded: what is tied of the cost.</summary>
    Economy,

    /// <summary>Fall of the risk from the viewpoint of the world.</summary>
    Stability,
}
