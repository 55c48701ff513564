using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Exercise;

namespace Noroshi.Tests.Observatory.Exercise;

public sealed class ExerciseGeneratorTests(ExerciseFixture exercise) : IClassFixture<ExerciseFixture>
{
    /// <summary>Of all content, decompressed, in order. It changes only when the story does, and then on purpose.</summary>
    private const string Content = "aeec2efe97a284168c73cd244a000228535de768c8a5af5548704d1d6e257e3b";

    [Fact]
    public void Write_OnAnyMachine_WritesTheSameContent() => Digest(exercise.Captures).ShouldBe(Content);

    [Fact]
    public void Write_WhenRepeated_KeepsWhatIsThere()
    {
        var before = exercise.Captures.Select(capture => File.GetLastWriteTimeUtc(capture.Path)).ToList();
        var again = ExerciseGenerator.Write(exercise.Folder, null, TestContext.Current.CancellationToken);
        again.ShouldBe(exercise.Captures);
        again.Select(capture => File.GetLastWriteTimeUtc(capture.Path)).ShouldBe(before);
        Directory.GetFiles(exercise.Folder, "*.part").ShouldBeEmpty();
    }

    [Fact]
    public void Write_WhenStopped_LeavesNothingHalfWritten()
    {
        var folder = Directory.CreateTempSubdirectory("noroshi-exercise-stop-").FullName;
        try
        {
            using var stop = new CancellationTokenSource();
            Should.Throw<OperationCanceledException>(() => ExerciseGenerator.Write(folder, _ => stop.Cancel(), stop.Token));
            Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["telescope-2026-03-01.pcap.gz"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Telescope_Always_WritesPacketsInOrderWithRightLengthsAndChecksums()
    {
        using var file = new MemoryStream();
        ExerciseGenerator.Telescope(file, 0);
        var bytes = file.ToArray().AsSpan();
        bytes[..4].ToArray().ShouldBe([0xD4, 0xC3, 0xB2, 0xA1]);
        ulong last = 0;
        var count = 0;
        for (var at = 24; at < bytes.Length; count++)
        {
            var time = (BitConverter.ToUInt32(bytes[at..]) * 1_000_000ul) + BitConverter.ToUInt32(bytes[(at + 4)..]);
            var length = BitConverter.ToInt32(bytes[(at + 8)..]);
            BitConverter.ToInt32(bytes[(at + 12)..]).ShouldBe(length);
            time.ShouldBeGreaterThanOrEqualTo(last);
            last = time;
            var frame = bytes.Slice(at + 16, length);
            if (frame[12] == 0x08)
            {
                Sum(frame.Slice(14, 20)).ShouldBe(0xFFFFu);
                ((frame[16] << 8) | frame[17]).ShouldBe(length - 14);
            }
            else
            {
                ((frame[18] << 8) | frame[19]).ShouldBe(length - 54);
            }

            at += 16 + length;
        }

        count.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Lists_Always_AreAcceptedAndMarked()
    {
        foreach (var name in new[] { "address-plan.csv", "exercise-overlay.csv", "research-scanners.csv" })
        {
            File.ReadLines(Path.Combine(exercise.Folder, name)).First().ShouldStartWith("# EXERCISE");
        }

        exercise.Enricher.Plan.Organisations.Count.ShouldBe(ExerciseOrganisation.All.Count);
        exercise.Enricher.Plan.Organisations.Values.ShouldAllBe(known => known.English.Contains("EXERCISE") && known.Japanese.Contains("演習"));
        exercise.Enricher.GeoVersion.ShouldContain("EXERCISE overlay");
    }

    [Fact]
    public void Networks_Always_HoldReservedAddressesAndPrivateUseNumbers()
    {
        ExerciseNetworks.All.Select(network => network.Asn).ShouldBeUnique();
        foreach (var network in ExerciseNetworks.All)
        {
            ReservedRanges.IsPrivateUse(network.Asn).ShouldBeTrue();
            exercise.Enricher.FindSource(network.Host(3)).Asn.ShouldBe(network.Asn);
            exercise.Enricher.FindSource(network.HostIPv6(3)).Asn.ShouldBe(network.Asn);
        }

        var hosts = Enumerable.Range(0, 65_536).Select(ExerciseNetworks.All[0].Host).ToHashSet();
        hosts.Count.ShouldBe(65_536);
    }

    private static string Digest(IEnumerable<ExerciseCapture> captures)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        foreach (var capture in captures)
        {
            using var file = File.OpenRead(capture.Path);
            using var unzipped = new GZipStream(file, CompressionMode.Decompress);
            for (var read = unzipped.Read(buffer); read > 0; read = unzipped.Read(buffer)) digest.AppendData(buffer, 0, read);
            digest.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(capture.Path)}\n")));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i += 2) sum += (uint)((bytes[i] << 8) | bytes[i + 1]);
        while (sum > 0xFFFF) sum = (sum & 0xFFFF) + (sum >> 16);
        return sum;
    }
}
