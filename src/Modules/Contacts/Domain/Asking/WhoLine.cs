namespace Noroshi.Contacts.Domain;

/// <summary>One point to call, how it stands at the moment, and what to do if nobody answers.</summary>
/// <param name="Point">Which.</param>
/// <param name="Body">Whose.</param>
/// <param name="Openness">Whether it is open, and the time there.</param>
/// <param name="Shared">Languages of the point that the caller speaks.</param>
internal sealed record WhoLine(ContactPoint Point, Body Body, Openness Openness, IReadOnlyList<string> Shared)
{
    /// <summary>What its communication checks say; null where there was none.</summary>
    public CheckHistory? Checks { get; init; }

    /// <summary>True where its newest check went unanswered: whoever stands in for it comes first.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>The point whose alternate this is, where it stands here for that reason alone.</summary>
    public ContactPoint? StandsInFor { get; init; }

    /// <summary>Whom to try next if nobody answers, in order.</summary>
    public IReadOnlyList<WhoStep> Next { get; init; } = [];
}
