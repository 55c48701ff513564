namespace Noroshi.WeakLinks.Asking;

/// <summary>Which files hold a model, and how it is asked; the same from the command line and from a page.</summary>
/// <remarks>Exactly one of scenarios and entry is given. Viewpoint is null where the values have but one.</remarks>
internal sealed record ModelAsk(string Nodes, string Edges, string Values)
{
    internal string? Relationships { get; init; }

    internal string? Scenarios { get; init; }

    internal string? Entry { get; init; }

    internal double Rate { get; init; } = 1;

    internal string? Viewpoint { get; init; }

    internal string Susceptibility { get; init; } = "mid";

    internal long Worlds { get; init; } = 10_000;

    internal ulong Seed { get; init; } = 1;

    internal int Threads { get; init; } = 1;

    /// <summary>The files as they were named, with what they are.</summary>
    internal IEnumerable<(string Role, string Path)> Files()
    {
        yield return ("nodes", Nodes);
        yield return ("edges", Edges);
        yield return ("values", Values);
        if (Scenarios is not null) yield return ("scenarios", Scenarios);
    }
}
