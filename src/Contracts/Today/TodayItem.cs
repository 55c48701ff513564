namespace Noroshi.Contracts;

/// <summary>One line or figure on the first page; everything on it is a link.</summary>
/// <param name="Kind">Where it stands.</param>
/// <param name="Title">What, in the reader's language.</param>
/// <param name="Href">Where it is answered or taken apart.</param>
public sealed record TodayItem(TodayKind Kind, string Title, string Href)
{
    /// <summary>One more line: source, network, evidence, period.</summary>
    public string? Detail { get; init; }

    /// <summary>When it happened (changed) or must be answered by (needs an answer), UTC.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>True only for what burns: shown red.</summary>
    public bool Burning { get; init; }

    /// <summary>Situation: the figure, formatted for the reader.</summary>
    public string? Figure { get; init; }

    /// <summary>Situation: its unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Situation: JSON address of a chart over time (shape in the shell's README); then the item is a card with that chart.</summary>
    public string? ChartSource { get; init; }
}
