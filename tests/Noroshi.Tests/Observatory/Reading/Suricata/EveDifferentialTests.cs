using System.Text;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading.Suricata;

/// <summary>The quick way of reading an EVE line and the JSON reader never differ on a line that is JSON.</summary>
public sealed class EveDifferentialTests
{
    private const int Lines = 60_000;

    [Fact]
    public void Scan_OnMutatedLines_AgreesWithTheJsonReader()
    {
        var random = new Random(20_250_601);
        var minute = default(RecentMinute);
        int quick = 0, compared = 0;
        for (var i = 0; i < Lines; i++)
        {
            var line = Mutation.Apply(EveLines.Any(random), random);
            if (!EveScan.TryRead(line, ref minute, out var scanned)) continue;
            quick++;
            if (EveJson.Read(line, out var parsed) is { } problem)
            {
                // Damage behind the last thing that matters is seen by the JSON reader alone.
                problem.ShouldBe(EveJson.NotJson, Encoding.UTF8.GetString(line));
                continue;
            }

            compared++;
            Describe(scanned).ShouldBe(Describe(parsed), Encoding.UTF8.GetString(line));
        }

        quick.ShouldBeGreaterThan(Lines / 10);
        compared.ShouldBeGreaterThan(Lines / 20);
    }

    [Fact]
    public void Scan_OnUsualLines_IsTaken()
    {
        var minute = default(RecentMinute);
        foreach (var line in (string[])[EveLines.Flow, EveLines.Ping, EveLines.Dns])
        {
            EveScan.TryRead(Encoding.UTF8.GetBytes(line), ref minute, out _).ShouldBeTrue(line);
        }
    }

    [Fact]
    public void Scan_OnARealSensorsLines_AgreesWithTheJsonReader()
    {
        using var file = File.OpenRead(Collected.RealInput("slips-eve.json.gz"));
        using var gzip = new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(gzip);
        var minute = default(RecentMinute);
        int quick = 0, all = 0;
        while (reader.ReadLine() is { } text)
        {
            all++;
            var line = Encoding.UTF8.GetBytes(text);
            EveJson.Read(line, out var parsed).ShouldBeNull();
            if (!EveScan.TryRead(line, ref minute, out var scanned)) continue;
            quick++;
            Describe(scanned).ShouldBe(Describe(parsed), text);
        }

        quick.ShouldBeGreaterThan(all * 9 / 10);
    }

    private static string Describe(EveRecord record)
    {
        if (record.Kind == EveKind.Other) return "other " + Encoding.UTF8.GetString(record.OtherKind);
        var it = record.Observed;
        return $"{record.Kind} {it.TimeMicros} {it.Source} {it.SourcePort} {it.Target} {it.TargetPort} {it.Protocol} {it.Class} {it.Unit} {it.Packets} {it.Bytes} {(record.Kind == EveKind.Alert ? Encoding.UTF8.GetString(record.Signature) : string.Empty)}";
    }
}
