using Microsoft.Extensions.Caching.Memory;

namespace Noroshi.Observatory.Features;

/// <summary>Remembers answers. An import makes a new generation, so that nobody sees figures older than the last import.</summary>
internal sealed class ViewCache : IDisposable
{
    // Questions name their period by its ends, so that an answer is as good as the store is unchanged; what nobody asks for goes.
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(30);
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = 50_000 });
    private long _generation;

    /// <summary>Called when the store has changed.</summary>
    internal void Renew() => Interlocked.Increment(ref _generation);

    /// <summary>The remembered answer, or the one <paramref name="ask"/> gives now.</summary>
    /// <param name="key">Names the question completely.</param>
    /// <param name="ask">Asks the store.</param>
    /// <param name="size">Rows in an answer; the cache is bounded by their sum.</param>
    internal async Task<T> GetAsync<T>(string key, Func<Task<T>> ask, Func<T, int> size)
    {
        var full = FormattableString.Invariant($"{Interlocked.Read(ref _generation)} {key}");
        if (_answers.TryGetValue(full, out T? known)) return known!;
        var answer = await ask();
        _answers.Set(full, answer, new MemoryCacheEntryOptions { SlidingExpiration = Keep, Size = Math.Max(1, size(answer)) });
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => _answers.Dispose();
}
