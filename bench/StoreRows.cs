using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Bench;

/// <summary>Deterministic observations of fourteen days in reserved ranges: few busy sources, many that come once, a worm on two ports.</summary>
internal static class StoreRows
{
    internal const int Days = 14;
    internal static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    internal static readonly string[] Tags = ["", "EXERCISE scan", "EXERCISE worm"];

    private const int Sources = 400_000;
    private const int Networks = 600;
    private static readonly string[] Countries = ["AU", "BR", "CN", "DE", "FR", "GB", "ID", "IN", "JP", "KR", "MY", "NL", "PH", "RU", "SG", "TH", "TW", "US", "VN", "ZA"];
    private static readonly ushort[] Ports = [23, 2323, 22, 80, 443, 445, 3389, 8080, 5555, 1433, 6379, 5900];

    /// <summary>Rows in the order of time, spread over part of the days.</summary>
    internal static Observation[] Make(int count, int firstDay, int days)
    {
        var rows = new Observation[count];
        var state = (ulong)firstDay + 1;
        var from = (Start.AddDays(firstDay) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        for (var i = 0; i < count; i++)
        {
            var a = Next(ref state);
            // Squaring makes some sources much busier than others.
            var unit = (a >> 11) / (double)(1UL << 53);
            var source = (uint)(unit * unit * Sources);
            var network = source % Networks;
            var worm = source % 5 == 0;
            var organisation = (ushort)(1 + (a % 40));
            var port = worm ? Ports[a >> 20 & 1] : (a & 7) == 0 ? (ushort)(1024 + (a >> 24 & 4095)) : Ports[(a >> 24) % (ulong)Ports.Length];
            rows[i] = new Observation
            {
                MinuteMicros = from + ((long)i * days * 1440 / count * 60_000_000),
                Source = NetworkAddress.FromIPv4(0xF000_0000 + (source * 631)),
                SourceCountry = CountryCode.Parse(Countries[network % (uint)Countries.Length]),
                Asn = 4_200_000_000 + network,
                Protocol = (byte)(source % 9 == 1 ? 17 : 6),
                TargetPort = port,
                Unit = CountingUnit.Packet,
                Class = source % 40 == 7 ? TrafficClass.Backscatter : worm ? TrafficClass.Worm : TrafficClass.Scan,
                Fingerprint = worm ? Fingerprint.Mirai : source % 16 == 3 ? Fingerprint.ZMap : Fingerprint.None,
                Origin = network % (uint)Countries.Length == 8 ? Origin.Domestic : Origin.Foreign,
                TargetKind = organisation <= 15 ? TargetKind.Government : TargetKind.Private,
                Sector = (ushort)(1 + (organisation % 8)),
                TargetOrganisation = organisation,
                Research = source % 200 == 9,
                Tag = worm ? 2 : 1,
                Events = 1 + (uint)(a >> 60),
                Packets = 1 + (a >> 60),
                Bytes = 60 * (1 + (a >> 60)),
                Targets = 1,
            };
        }

        return rows;
    }

    private static ulong Next(ref ulong state)
    {
        var x = state += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
