namespace Noroshi.WeakLinks.Asking;

/// <summary>Which files hold the projects, and how a budget is to be allocated among them.</summary>
internal sealed record PlanAsk(string Projects, double Budget)
{
    internal double? TiedMost { get; init; }

    internal int Draws { get; init; } = 200;

    internal string? Weights { get; init; }

    internal string? Pivotality { get; init; }

    internal string? Limits { get; init; }

    /// <summary>middle, mean or cvar10.</summary>
    internal string By { get; init; } = "middle";

    /// <summary>Whether the effects of the projects are taken as what recorded projects teach makes of them, rather than as stated.</summary>
    internal bool Learnt { get; init; }

    /// <summary>The files as they were named, with what they are.</summary>
    internal IEnumerable<(string Role, string Path)> Files()
    {
        yield return ("projects", Projects);
        if (Pivotality is not null) yield return ("pivotality", Pivotality);
        if (Limits is not null) yield return ("limits", Limits);
    }
}
