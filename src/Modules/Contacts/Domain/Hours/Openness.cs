using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>Whether a desk is open at a moment, and when that changes.</summary>
/// <param name="IsOpen">Unknown where no hours are recorded.</param>
/// <param name="LocalTime">The same moment on the clock of the desk; UTC where its zone is not recorded.</param>
internal sealed record Openness(Truth IsOpen, DateTimeOffset LocalTime)
{
    /// <summary>When it closes; null when closed, unknown, or open around the clock.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>When it opens next; null when open, unknown, or not within the weeks looked ahead.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The public holiday of the desk's day, where one is recorded.</summary>
    public PublicHoliday? Holiday { get; init; }

    /// <summary>False where nobody recorded whether that day is a holiday there, so that "open" may be wrong.</summary>
    public bool HolidaysKnown { get; init; } = true;
}
