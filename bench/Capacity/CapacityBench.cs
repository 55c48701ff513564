using System.Globalization;
using System.Text.Json;

namespace Noroshi.Bench;

/// <summary>Judging a large file of IATI activities beside what xmllint needs only to parse it, in the same run.</summary>
internal static class CapacityBench
{
    private const double MostMegabytes = 300;
    private const string Peer = "xmllint";

    /// <summary>Prints figures and bars; 0 when all hold.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="megabytes">Size of the file.</param>
    /// <param name="rounds">How often each side runs.</param>
    /// <param name="folder">Where the file is written; null takes the folder for temporary files.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task<int> RunAsync(string root, long megabytes, int rounds, string? folder, TextWriter output, CancellationToken cancel)
    {
        var node = Path.Combine(root, "artifacts", "bin", "Noroshi.Node", "release", "Noroshi.Node.dll");
        var path = Path.Combine(folder ?? Path.GetTempPath(), $"noroshi-iati-{Environment.ProcessId}.xml");
        try
        {
            await output.WriteLineAsync(BenchMachine.Describe());
            var activities = IatiLoad.Write(path, megabytes * 1_000_000);
            var size = new FileInfo(path).Length;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"a file of {size / 1e6:N0} MB, {activities:N0} fictional activities; wall and processor time of whole processes, in turn, {rounds} rounds"));
            var peer = new Contender(Peer, Peer, ["--stream", "--noout", path], 1, null);
            var ours = new Contender("noroshi", "dotnet", [node, "capacity", "validate", path, "--json"], 1, null);
            if (!Runner.Exists(Peer)) return await AloneAsync(ours, activities, output, cancel);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"peer: {Peer} of libxml2, {ours.CommandIn(root)} beside {peer.CommandIn(root)}"));
            var holds = true;
            for (var round = 0; round < rounds; round++)
            {
                var theirs = await Runner.RunAsync(peer.Program, peer.Arguments, cancel);
                var mine = await Runner.RunAsync(ours.Program, ours.Arguments, cancel);
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"xmllint parses: {theirs.WallSeconds:0.00} s (CPU {theirs.CpuSeconds:0.00} s) · noroshi judges: {mine.WallSeconds:0.00} s (CPU {mine.CpuSeconds:0.00} s), peak {mine.PeakMegabytes:0} MB · {theirs.WallSeconds / mine.WallSeconds:0.00} × by the clock, {theirs.CpuSeconds / mine.CpuSeconds:0.00} × by the processor"));
                holds &= IsWhole(mine, activities) && mine.WallSeconds < theirs.WallSeconds && mine.PeakMegabytes < MostMegabytes;
            }

            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"bar: faster than parsing, under {MostMegabytes:0} MB, every activity judged valid: {(holds ? "holds" : "missed")}"));
            return holds ? 0 : 1;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<int> AloneAsync(Contender ours, long activities, TextWriter output, CancellationToken cancel)
    {
        var mine = await Runner.RunAsync(ours.Program, ours.Arguments, cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"noroshi judges: {mine.WallSeconds:0.00} s, peak {mine.PeakMegabytes:0} MB"));
        await output.WriteLineAsync("Not compared: xmllint is not installed (Debian's libxml2-utils).");
        return IsWhole(mine, activities) && mine.PeakMegabytes < MostMegabytes ? 0 : 1;
    }

    private static bool IsWhole(Run run, long activities)
    {
        using var answer = JsonDocument.Parse(run.Output);
        return answer.RootElement.GetProperty("valid").GetBoolean() && answer.RootElement.GetProperty("records").GetInt64() == activities;
    }
}
