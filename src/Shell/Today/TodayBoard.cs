using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Logging;
using Noroshi.Contracts;

namespace Noroshi.Shell.Today;

/// <summary>Gathers what the rooms say for the first page; a room that fails leaves a gap that is told, not an empty page.</summary>
internal sealed class TodayBoard(IEnumerable<ITodaySource> sources, ILogger<TodayBoard> log)
{
    internal sealed record View(IReadOnlyList<TodayItem> Items, bool Incomplete)
    {
        internal IReadOnlyList<TodayItem> Of(TodayKind kind) => [.. Items.Where(item => item.Kind == kind)];
    }

    internal async Task<View> GatherAsync(ClaimsPrincipal person, CultureInfo language, CancellationToken cancel)
    {
        var items = new List<TodayItem>();
        var incomplete = false;
        foreach (var source in sources)
        {
            try
            {
                items.AddRange(await source.ItemsAsync(person, language, cancel));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The first page goes without {Source}", source.GetType().Name);
                incomplete = true;
            }
        }

        return new View([.. items.OrderBy(Urgency)], incomplete);
    }

    /// <summary>Answers by nearest deadline, changes by newest, figures as the room gave them.</summary>
    private static long Urgency(TodayItem item) => item.Kind switch
    {
        TodayKind.NeedsAnswer => item.At?.UtcTicks ?? long.MaxValue,
        TodayKind.Changed => -(item.At?.UtcTicks ?? 0),
        _ => 0,
    };
}
