using Microsoft.Extensions.Logging;
using Noroshi.Diplomacy.Votes.Estimation;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Serving;

/// <summary>The kept votes in memory: read again when the file changes, estimated once for each file, beside the requests.</summary>
internal sealed partial class KeptVotes(NodeOptions options, ILogger<KeptVotes> log)
{
    private readonly VoteStore _store = new(options.DataDirectory);
    private readonly Lock _turn = new();
    private HeldVotes? _held;

    /// <summary>The votes as they stand now. Asked once for each question: positions of states mean nothing in the votes of another import.</summary>
    /// <exception cref="RefusalException">The file is damaged.</exception>
    internal HeldVotes Now()
    {
        lock (_turn)
        {
            var stamp = _store.Stamp;
            return _held is { } held && held.Stamp == stamp ? held : _held = new HeldVotes(stamp, _store.Read(), Estimate);
        }
    }

    private void Estimate(HeldVotes held)
    {
        try
        {
            // One core is left to those who wait for pages.
            var half = new IdealPointOptions { Threads = Math.Max(1, Environment.ProcessorCount / 2) };
            held.Place(IdealPointModel.Estimate(held.Book, half, CancellationToken.None));
            held.LookBack(new RecordFile(options.DataDirectory).ReadOrMake(_store.Seal, () => PastForecasts.Record(held.Book, half, new ForecastOptions(), PastForecasts.Sessions, CancellationToken.None)));
        }
        catch (Exception problem) when (problem is RefusalException or IOException or UnauthorizedAccessException)
        {
            LogFailed(problem);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What states' votes tell could not be estimated. The pages show the votes alone until the program is started again.")]
    private partial void LogFailed(Exception problem);
}
