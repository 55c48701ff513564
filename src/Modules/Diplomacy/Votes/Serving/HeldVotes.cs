using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Majority;

namespace Noroshi.Diplomacy.Votes.Serving;

/// <summary>The votes as they stand after an import, and what is estimated from them beside the requests; whoever holds it stays with that import.</summary>
internal sealed class HeldVotes
{
    private readonly Lazy<Task> _work;
    private readonly TaskCompletionSource _placed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IdealPoints? _points;
    private volatile ForecastRecord? _record;

    /// <remarks>
    /// <c>estimate</c>: Run once, on the first question that needs more than the votes themselves.
    /// </remarks>
    internal HeldVotes(string stamp, VoteBook book, Action<HeldVotes> estimate)
    {
        (Stamp, Book) = (stamp, book);
        _work = new Lazy<Task>(() => book.Choices.Length >= IdealPointModel.FewestVotes ? Task.Run(() => estimate(this)) : Task.CompletedTask);
    }

    /// <summary>Of the file they were read from.</summary>
    internal string Stamp { get; }

    /// <summary>The votes; none where nothing was imported.</summary>
    internal VoteBook Book { get; }

    /// <summary>Where states stood; null while it is being estimated, or where votes are too few to tell.</summary>
    internal IdealPoints? Points => _work.Value is not null ? _points : null;

    /// <summary>How forecasts of past votes did; null while that is being looked at, or where no text came back.</summary>
    internal ForecastRecord? Record => _work.Value is not null ? _record : null;

    /// <summary>Whether points are being estimated now.</summary>
    internal bool IsEstimating => Points is null && !_work.Value.IsCompleted;

    /// <summary>Whether the record is being looked at now.</summary>
    internal bool IsLookingBack => Record is null && !_work.Value.IsCompleted;

    /// <summary>Waits until everything about the votes is estimated.</summary>
    internal Task WhenEstimatedAsync() => _work.Value;

    /// <summary>Waits until states are placed, or until it is known that they cannot be.</summary>
    internal Task WhenPlacedAsync() => Task.WhenAny(_work.Value, _placed.Task);

    /// <summary>Takes down where states stood; null where that cannot be told.</summary>
    internal void Place(IdealPoints? points)
    {
        _points = points;
        _placed.TrySetResult();
    }

    /// <summary>Takes down how forecasts of past votes did.</summary>
    internal void LookBack(ForecastRecord? record) => _record = record;
}
