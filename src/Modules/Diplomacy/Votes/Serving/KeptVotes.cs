using Microsoft.Extensions.Logging;
using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Serving;

/// <summary>The kept votes in memory, and what is estimated from them: read again when the file changes, estimated once for each file, beside the requests.</summary>
internal sealed partial class KeptVotes(NodeOptions options, ILogger<KeptVotes> log)
{
    private readonly VoteStore _store = new(options.DataDirectory);
    private readonly Lock _turn = new();
    private Held? _held;

    /// <summary>The votes; none where nothing was imported.</summary>
    /// <exception cref="RefusalException">The file is damaged.</exception>
    internal VoteBook Book => Now().Book;

    /// <summary>Where states stood; null while it is being estimated, or where votes are too few to tell.</summary>
    internal IdealPoints? Points => Estimated(Now()).Points;

    /// <summary>How forecasts of past votes did; null while that is being looked at, or where no text came back.</summary>
    internal ForecastRecord? Record => Estimated(Now()).Record;

    /// <summary>Whether points are being estimated now.</summary>
    internal bool IsEstimating => Estimated(Now()) is { Points: null, Work.IsCompleted: false };

    /// <summary>Whether the record is being looked at now.</summary>
    internal bool IsLookingBack => Estimated(Now()) is { Record: null, Work.IsCompleted: false };

    /// <summary>Waits until everything about the votes of now is estimated.</summary>
    internal Task WhenEstimatedAsync() => Estimated(Now()).Work ?? Task.CompletedTask;

    /// <summary>Waits until states are placed, or until it is known that they cannot be.</summary>
    internal Task WhenPlacedAsync() => Estimated(Now()) is { Work: not null } held ? held.Placed.Task : Task.CompletedTask;

    private Held Now()
    {
        lock (_turn)
        {
            var stamp = _store.Stamp;
            return _held is { } held && held.Stamp == stamp ? held : _held = new Held(stamp, _store.Read());
        }
    }

    private Held Estimated(Held held)
    {
        lock (_turn)
        {
            if (held.Work is null && held.Book.Choices.Length >= IdealPointModel.FewestVotes) held.Work = Task.Run(() => Estimate(held));
            return held;
        }
    }

    private void Estimate(Held held)
    {
        try
        {
            // One core is left to those who wait for pages.
            var half = new IdealPointOptions { Threads = Math.Max(1, Environment.ProcessorCount / 2) };
            held.Points = IdealPointModel.Estimate(held.Book, half, CancellationToken.None);
            held.Placed.TrySetResult();
            held.Record = new RecordFile(options.DataDirectory).ReadOrMake(_store.Seal, () => PastForecasts.Record(held.Book, half, new ForecastOptions(), PastForecasts.Sessions, CancellationToken.None));
        }
        catch (Exception problem) when (problem is RefusalException or IOException or UnauthorizedAccessException)
        {
            LogFailed(problem);
        }
        finally
        {
            held.Placed.TrySetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What states' votes tell could not be estimated. The pages show the votes alone until the program is started again.")]
    private partial void LogFailed(Exception problem);

    private sealed class Held(string stamp, VoteBook book)
    {
        internal string Stamp { get; } = stamp;

        internal VoteBook Book { get; } = book;

        internal volatile IdealPoints? Points;

        internal volatile ForecastRecord? Record;

        internal TaskCompletionSource Placed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task? Work { get; set; }
    }
}
