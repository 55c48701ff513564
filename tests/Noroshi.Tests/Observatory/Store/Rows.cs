using System.Security.Cryptography;
using System.Text;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;

namespace Noroshi.Tests.Observatory.Store;

/// <summary>Deterministic observations in reserved ranges, and the short ways to store them.</summary>
internal static class Rows
{
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    internal static readonly string[] Tags = ["", "ET SCAN telnet", "=HYPERLINK(\"x\")", "+1", "-1", "@x", "plain"];

    private static readonly string[] Countries = ["", "JP", "PH", "AU", "KR"];

    internal static Observation One(int minute, uint source = 1, string country = "PH", uint asn = 64512, ushort port = 23, uint events = 1) => new()
    {
        MinuteMicros = Micros(Start.AddMinutes(minute)),
        Source = NetworkAddress.FromIPv4(0xF000_0000 + source),
        SourceCountry = country.Length == 0 ? default : CountryCode.Parse(country),
        Asn = asn,
        Protocol = 6,
        TargetPort = port,
        Unit = CountingUnit.Packet,
        Class = TrafficClass.Scan,
        Origin = Origin.Foreign,
        TargetKind = TargetKind.Government,
        Sector = 1,
        TargetOrganisation = 1,
        Events = events,
        Packets = events,
        Bytes = events * 60,
        Targets = 1,
    };

    internal static Observation[] Random(int count, int seed, int days = 3, int sources = 400)
    {
        var random = new Random(seed);
        var rows = new Observation[count];
        for (var i = 0; i < count; i++)
        {
            var source = (uint)random.Next(sources);
            var row = One(random.Next(days * 1440), source, Countries[source % 5], 64512 + (source % 7), (ushort)(random.Next(3) == 0 ? 23 : random.Next(10)), (uint)random.Next(1, 9));
            if (source % 11 == 0) row.Source = NetworkAddress.FromIPv6([0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(source & 0xff)]);
            row.Protocol = (byte)(random.Next(4) == 0 ? 17 : 6);
            row.Unit = (CountingUnit)(random.Next(5) == 0 ? 2 : 0);
            row.Class = (TrafficClass)random.Next(6);
            row.Fingerprint = (Fingerprint)(source % 4);
            row.Origin = (Origin)random.Next(3);
            row.TargetOrganisation = (ushort)random.Next(6);
            row.Sector = (ushort)(row.TargetOrganisation / 2);
            row.TargetKind = (TargetKind)(row.TargetOrganisation % 3);
            row.Research = source % 13 == 0;
            row.Tag = random.Next(Tags.Length);
            rows[i] = row;
        }

        return rows;
    }

    internal static ObservationFilter All(int days = 3) => new() { From = Start, To = Start.AddDays(days) };

    internal static ImportSource Source(string content, string sensor = "telescope") =>
        new(sensor, content + ".pcap", SHA256.HashData(Encoding.UTF8.GetBytes(content)), "geo-test");

    internal static async Task<ImportRecord> ImportAsync(this IObservationStore store, string content, Observation[] rows, string sensor = "telescope", IReadOnlyDictionary<string, long>? rejected = null)
    {
        await using var import = await store.BeginImportAsync(Source(content, sensor), TestContext.Current?.CancellationToken ?? default);
        foreach (var batch in rows.Chunk(3000)) import.Append(batch, Tags);
        return await import.CommitAsync(rejected ?? new Dictionary<string, long>(), TestContext.Current?.CancellationToken ?? default);
    }

    internal static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
