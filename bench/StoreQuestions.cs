using System.Diagnostics;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;
using Noroshi.Observatory.Store.DuckDb;

namespace Noroshi.Bench;

/// <summary>Every page's questions, put to the store and to the same rows without rollups, in turn.</summary>
internal static class StoreQuestions
{
    /// <summary>Asks one question; true when unique sources came as an estimate.</summary>
    private delegate Task<bool> Ask(IObservationStore store, CancellationToken cancel);

    /// <summary>Figures of all questions, told on <paramref name="output"/> as they come.</summary>
    /// <param name="path">The store with its rollups.</param>
    /// <param name="unsettled">The same rows, none of them in a rollup.</param>
    /// <param name="repeats">How often the store is asked; the rows are asked at most three times.</param>
    /// <param name="only">Asks only what has this in its name; null asks everything.</param>
    /// <param name="output">Where figures are told.</param>
    /// <param name="cancel">Stops the run.</param>
    internal static async Task<IReadOnlyList<StoreQuery>> AskAsync(string path, string unsettled, int repeats, string? only, TextWriter output, CancellationToken cancel)
    {
        var queries = new List<StoreQuery>();
        await using var store = await DuckDbObservationStore.OpenAsync(path, TimeProvider.System, cancel);
        await using var rows = await DuckDbObservationStore.OpenAsync(unsettled, TimeProvider.System, new DuckDbStoreOptions { SettlesByItself = false, ExactRows = long.MaxValue }, cancel);
        foreach (var (name, ask) in Pages().Where(page => only is null || page.Name.Contains(only, StringComparison.Ordinal)))
        {
            var ours = await TimeAsync(store, ask, repeats, cancel);
            var raw = await TimeAsync(rows, ask, Math.Min(3, repeats), cancel);
            var query = new StoreQuery(name, ours.P50, ours.P95, ours.Cpu, ours.Estimated, raw.P50, raw.Cpu);
            output.WriteLine(query.ToText());
            queries.Add(query);
        }

        return queries;
    }

    private static async Task<(double P50, double P95, double Cpu, bool Estimated)> TimeAsync(IObservationStore store, Ask ask, int repeats, CancellationToken cancel)
    {
        var estimated = await ask(store, cancel);
        var times = new double[repeats];
        var cpu = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < repeats; i++)
        {
            var from = Stopwatch.GetTimestamp();
            await ask(store, cancel);
            times[i] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        }

        cpu = Environment.CpuUsage.TotalTime - cpu;
        Array.Sort(times);
        return (times[repeats / 2], times[Math.Min(repeats - 1, (int)Math.Ceiling(repeats * 0.95) - 1)], cpu.TotalMilliseconds / repeats, estimated);
    }

    private static IEnumerable<(string Name, Ask Ask)> Pages()
    {
        var all = new ObservationFilter { From = StoreRows.Start, To = StoreRows.Start.AddDays(StoreRows.Days) };
        var odd = all with { From = all.From.AddMinutes(617), To = all.To.AddMinutes(-199) };
        var day = all with { From = all.From.AddDays(5), To = all.From.AddDays(6) };
        (string, ObservationFilter, Dimension[])[] views =
        [
            ("14 days", all, [Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source, Dimension.Sector, Dimension.TargetOrganisation, Dimension.Class, Dimension.Fingerprint, Dimension.Sensor]),
            ("14 days, odd hours", odd, [Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source]),
            ("1 day", day, [Dimension.Country, Dimension.Network, Dimension.Port, Dimension.Source]),
            ("country", all with { SourceCountry = CountryCode.Parse("PH") }, [Dimension.Network, Dimension.Port, Dimension.Source, Dimension.Sector]),
            ("network", all with { Asn = 4_200_000_012 }, [Dimension.Port, Dimension.Source, Dimension.Fingerprint]),
            ("port", all with { Port = new PortKey(6, 23) }, [Dimension.Country, Dimension.Network, Dimension.Source]),
            ("source", all with { Source = NetworkAddress.FromIPv4(0xF000_0000 + (5 * 631)) }, [Dimension.Port, Dimension.Sector]),
            ("government, foreign", all with { TargetKind = TargetKind.Government, Origin = Origin.Foreign }, [Dimension.Country, Dimension.Network, Dimension.Port]),
            ("sector", all with { Sector = 3 }, [Dimension.TargetOrganisation, Dimension.Country]),
        ];
        foreach (var (name, filter, dimensions) in views)
        {
            yield return ($"{name}: totals", async (store, cancel) => (await store.TotalsAsync(filter, cancel)).SourcesAreEstimated);
            yield return ($"{name}: series", async (store, cancel) => (await store.SeriesAsync(filter, (filter.To - filter.From) / 400, cancel)).Count < 0);
            foreach (var by in dimensions) yield return ($"{name}: top {by}", async (store, cancel) => (await store.TopAsync(filter, by, 20, cancel)).Any(row => row.SourcesAreEstimated));
        }
    }
}
