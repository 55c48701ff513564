using System.Buffers;
using System.Collections.Concurrent;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Builds rollups on a second core from copies of the rows; finished sets are collected by the thread that owns the connection.</summary>
internal sealed class RollupWorker : IDisposable
{
    private const int BatchRows = 8192;
    private readonly BlockingCollection<(Observation[] Rows, int Count)> _batches = new(boundedCapacity: 8);
    private readonly ConcurrentQueue<RollupSet> _full = new();
    private readonly int _cellsInMemory;
    private readonly Task<RollupSet> _work;

    internal RollupWorker(int cellsInMemory)
    {
        _cellsInMemory = cellsInMemory;
        _work = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Copies rows for the worker; waits when it lags behind, so that memory stays bounded.</summary>
    internal void Add(ReadOnlySpan<Observation> rows)
    {
        while (!rows.IsEmpty)
        {
            var count = Math.Min(rows.Length, BatchRows);
            var copy = ArrayPool<Observation>.Shared.Rent(BatchRows);
            rows[..count].CopyTo(copy);
            while (!_batches.TryAdd((copy, count), millisecondsTimeout: 200))
            {
                if (_work.IsCompleted) throw new ObservationStoreException("The rollups of this import could not be built; the import is undone.", _work.Exception!);
            }

            rows = rows[count..];
        }
    }

    /// <summary>A set that has grown to its bound, to be written out now.</summary>
    internal bool TryTake(out RollupSet? set) => _full.TryDequeue(out set);

    /// <summary>Waits for the rest; the last set.</summary>
    internal RollupSet Finish()
    {
        _batches.CompleteAdding();
        return _work.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _batches.CompleteAdding();
        // The worker holds nothing but memory; it ends by itself after at most eight batches.
        _ = _work.ContinueWith(_ => _batches.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private RollupSet Run()
    {
        var set = new RollupSet();
        foreach (var (rows, count) in _batches.GetConsumingEnumerable())
        {
            set.Add(rows.AsSpan(0, count));
            ArrayPool<Observation>.Shared.Return(rows);
            if (set.Cells < _cellsInMemory) continue;
            _full.Enqueue(set);
            set = new RollupSet();
        }

        return set;
    }
}
