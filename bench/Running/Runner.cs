using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Noroshi.Bench;

/// <summary>Runs one process at a time and reads what it cost from the system's accounts of ended children.</summary>
internal static partial class Runner
{
    private const int Children = -1;

    /// <summary>Runs a program to its end. Output beyond what fits memory is not expected of any of them.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it said.</exception>
    public static async Task<Run> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        // Two machines' worth of settings must not differ between runs: peers see a plain environment.
        start.Environment["LC_ALL"] = "C";
        var before = ChildSeconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var peak = await WatchMemoryAsync(process, cancel);
        var text = await output;
        var wall = watch.Elapsed.TotalSeconds;
        var said = await errors;
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
        return new Run(ChildSeconds() - before, wall, peak, text);
    }

    /// <summary>True where the program can be started at all.</summary>
    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>The first line of what a program says of itself.</summary>
    public static async Task<string> VersionAsync(string program, string argument, CancellationToken cancel)
    {
        try
        {
            var run = await RunAsync(program, [argument], cancel);
            return run.Output.Split('\n')[0].Trim();
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception)
        {
            return "present";
        }
    }

    private static async Task<double> WatchMemoryAsync(Process process, CancellationToken cancel)
    {
        double peak = 0;
        while (!process.HasExited)
        {
            try
            {
                foreach (var line in File.ReadLines($"/proc/{process.Id}/status"))
                {
                    if (!line.StartsWith("VmHWM:", StringComparison.Ordinal)) continue;
                    peak = Math.Max(peak, double.Parse(line.AsSpan(6).Trim().ToString().Split(' ')[0], CultureInfo.InvariantCulture) / 1024);
                    break;
                }
            }
            catch (IOException)
            {
                // It ended between the two looks.
            }

            await Task.WhenAny(process.WaitForExitAsync(cancel), Task.Delay(20, cancel));
        }

        await process.WaitForExitAsync(cancel);
        return peak;
    }

    private static double ChildSeconds()
    {
        _ = GetUsage(Children, out var usage);
        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicros + usage.SystemMicros) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>The beginning of the system's <c>struct rusage</c>; the rest is there to be written to.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicros;
        public long SystemSeconds;
        public long SystemMicros;
    }
}
