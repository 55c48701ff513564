using System.Diagnostics;
using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Bench;

/// <summary>Country and network lookups on one core over the packaged ranges, and the time to open their compiled form.</summary>
internal static class GeoLookup
{
    private const int Addresses = 1 << 20;
    private const int Rounds = 16;

    /// <summary>Lookups per second by kind of address, median of five, and milliseconds to open; null where there is no data.</summary>
    public static GeoFigures? Run()
    {
        Geography.Load(new EnrichmentFiles());
        var opens = new List<double>();
        Geography geography = Geography.None;
        for (var i = 0; i < 5; i++)
        {
            var started = Stopwatch.GetTimestamp();
            geography = Geography.Load(new EnrichmentFiles());
            opens.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        if (!geography.Info.HasData) return null;
        var random = new Random(1);
        var starts = PackagedRanges.FindFrom(AppContext.BaseDirectory)?.Compile().Table.Arrays.Start6 ?? [default];
        var any4 = new NetworkAddress[Addresses];
        var any6 = new NetworkAddress[Addresses];
        for (var i = 0; i < Addresses; i++)
        {
            any4[i] = NetworkAddress.FromIPv4((uint)random.NextInt64(0x0100_0000, 0xE000_0000));

            // Within what is announced: most of the space is empty, and answering that is too easy.
            var start = starts[random.Next(starts.Length)];
            any6[i] = new NetworkAddress(start.High + (ulong)random.Next(0, 1 << 16), (ulong)random.NextInt64());
        }

        return new GeoFigures(geography.Info.Version, Median(opens), PerSecond(geography, any4), PerSecond(geography, any6));
    }

    private static double PerSecond(Geography geography, NetworkAddress[] addresses)
    {
        var rates = new List<double>();
        uint sum = 0;
        for (var round = 0; round < Rounds; round++)
        {
            // CPU time and not the clock: what else runs on the machine is not the lookup's doing.
            var before = Environment.CpuUsage.TotalTime;
            foreach (var address in addresses) sum += geography.Find(address).Asn;
            rates.Add(addresses.Length / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        GC.KeepAlive(sum.ToString(CultureInfo.InvariantCulture));
        return Median(rates);
    }

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
