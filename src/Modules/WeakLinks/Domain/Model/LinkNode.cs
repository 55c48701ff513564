namespace Noroshi.WeakLinks.Domain;

/// <summary>A state and sector, or an autonomous system: either its maturity in [0,1] is known or its susceptibility is given directly.</summary>
/// <remarks>Low and high are the ends of what was given, maturity or susceptibility; null where no range is recorded.</remarks>
internal sealed record LinkNode(string Id, string Owner, string Sector, double? Maturity, double? Susceptibility, double? Low, double? High)
{
    /// <summary>What was given: maturity or susceptibility.</summary>
    internal double Given => Maturity ?? Susceptibility!.Value;

    /// <summary>Where the number was taken from; empty where that is not recorded.</summary>
    internal string Source { get; init; } = "";

    /// <summary>What the number is of, where it was drawn from the records of the node: <c>CMM-2021/D1.2</c>.</summary>
    internal string Basis { get; init; } = "";

    /// <summary>How it is called; null where it has no name but its id.</summary>
    internal Naming? Name { get; init; }
}
