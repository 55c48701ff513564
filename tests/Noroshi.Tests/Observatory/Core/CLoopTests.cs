using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Noroshi.Observatory.Core;
using Noroshi.Observatory.Reading;
using Noroshi.Tests.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Core;

/// <summary>The counts are exactly those of the loop in C that the benchmarks race against, on its generator's captures and on real ones.</summary>
public sealed partial class CLoopTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(50_000)]
    [InlineData(300_000)]
    public async Task Counts_OfAGeneratedCapture_AreTheLoops(int packets)
    {
        using var folder = new Scratch();
        await BuildAsync("genpcap", folder);
        var capture = Path.Combine(folder.Path, "it.pcap");
        await RunAsync(Path.Combine(folder.Path, "genpcap"), packets.ToString(CultureInfo.InvariantCulture), capture);

        await CompareAsync(folder, capture);
    }

    [Theory]
    [InlineData("malicious-ssh-bruteforce.pcap.gz")]
    [InlineData("test-cc-capture-1.pcap.gz")]
    [InlineData("test12-icmp-portscan.pcap.gz")]
    public async Task Counts_OfARealCapture_AreTheLoops(string name)
    {
        using var folder = new Scratch();
        var capture = Path.Combine(folder.Path, "it.pcap");
        using (var packed = File.OpenRead(Collected.RealInput(name)))
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress))
        using (var plain = File.Create(capture)) await gzip.CopyToAsync(plain, TestContext.Current.CancellationToken);

        await CompareAsync(folder, capture);
    }

    private static async Task CompareAsync(Scratch folder, string capture)
    {
        await BuildAsync("pcapgrp", folder);
        var expected = Words().Match(await RunAsync(Path.Combine(folder.Path, "pcapgrp"), capture)).Value;
        using var summary = new Summary(Grouping.Parse("source24+proto+port", out _)!, countSources: false, null);
        var sink = new SummarySink(summary);
        var report = EventReader.Read(capture, new ReadOptions(), ref sink, TestContext.Current.CancellationToken);
        var groups = SummaryGroups.Count(summary, summary.First).Single().Distinct;

        string.Create(CultureInfo.InvariantCulture, $"packets {report.Events} groups {groups} mirai {sink.Mirai} zmap {sink.ZMap} masscan {sink.Masscan}").ShouldBe(expected);
    }

    private static async Task BuildAsync(string name, Scratch folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Noroshi.slnx"))) root = root.Parent;
        if (root is null || !Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(path => File.Exists(Path.Combine(path, "gcc")))) Assert.Skip("gcc is not here");
        await RunAsync("gcc", "-O2", "-w", "-o", Path.Combine(folder.Path, name), Path.Combine(root.FullName, "bench", "peers", name + ".c"), "-lm");
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
        return output;
    }

    [GeneratedRegex(@"packets \d+ groups \d+ mirai \d+ zmap \d+ masscan \d+")]
    private static partial Regex Words();
}
