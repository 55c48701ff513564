
namespace Noroshi.Diplomacy.Desk.Domain;

/// <summary>A promise with what is known of it.</summary>
/// <remarks>
/// <c>Progress</c>: Evidence given on this node, latest first.
/// </remarks>
internal sealed record CommitmentStanding(Commitment Commitment, IReadOnlyList<Progress> Progress)
{
    /// <summary>The status by the latest evidence.</summary>
    internal CommitmentStatus Status => Progress is [var latest, ..] ? latest.Status : Commitment.FirstStatus;

    /// <summary>True while nothing shows that it was kept or replaced.</summary>
    internal bool IsOpen => Status is CommitmentStatus.Ongoing or CommitmentStatus.Unknown;

    /// <summary>True when the last day that the due date can mean has passed and nothing shows that the promise was kept.</summary>
    internal bool IsOverdue(DateOnly today) => IsOpen && Commitment.Due?.Last < today;

    /// <summary>True when it falls due within so many days.</summary>
    internal bool IsDueWithin(DateOnly today, int days) => IsOpen && Commitment.Due is { } due && due.Last >= today && due.Last <= today.AddDays(days);
}
