using System.Diagnostics;
using System.Globalization;
using System.Text;
using Noroshi.Stix;

namespace Noroshi.Bench;

/// <summary>STIX: reading and validating beside Python's json.loads on the same bundle in the same run, matching, and many indicators against a stream.</summary>
internal static class ExchangeBench
{
    private const int Objects = 20_000;
    private const int Indicators = 100_000;
    private const int Rounds = 7;

    // The figures of peers that were seen elsewhere, times what is asked; json.loads runs here.
    private const double ReadBar = 1.5;
    private const double ValidateBar = 300 * 149;
    private const double PairsBar = 500 * 15_862;
    private const double EventsBar = 1_000_000;

    private const string Peer = """
        import json, sys, time
        text = open(sys.argv[1], 'rb').read()
        start = time.process_time()
        objects = len(json.loads(text)['objects'])
        print(objects / (time.process_time() - start))
        """;

    /// <summary>Prints figures and bars; 0 when all hold.</summary>
    public static int Run(string? file, TextWriter output)
    {
        var bundle = file is null ? ExchangeInputs.Bundle(Objects) : File.ReadAllBytes(file);
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bundle);
            return Run(bundle, path, output);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static int Run(byte[] bundle, string path, TextWriter output)
    {
        List<double> read = [], validated = [], loaded = [];
        for (var round = 0; round < Rounds; round++)
        {
            read.Add(PerSecond(() => Read(bundle)));
            if (PythonPerSecond(path) is { } python) loaded.Add(python);
            validated.Add(PerSecond(() => StixValidator.Validate(new MemoryStream(bundle)).Objects));
        }

        var observations = ExchangeInputs.Observations(100_000);
        List<Observation> few = [.. observations.Take(500)];
        var matchers = ExchangeInputs.Matchers(200);
        var pairs = Median(Enumerable.Range(0, Rounds).Select(_ => PerSecond(() => matchers.Sum(matcher => matcher.Match(few).Observations.Count >= 0 ? (long)few.Count : 0))));
        var index = ExchangeInputs.Indicators(Indicators);
        var hits = observations.Sum(observation => index.Match(observation).Count);
        var events = Median(Enumerable.Range(0, Rounds).Select(_ => PerSecond(() => observations.Sum(observation => index.Match(observation).Count) == hits ? observations.Count : 0)));

        output.WriteLine(BenchMachine.Describe());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a bundle of {bundle.Length / 1e6:0.0} MB; CPU time of one core, median of {Rounds}"));
        var good = Say(output, "read", Median(read), "objects", loaded.Count == 0 ? null : ReadBar * Median(loaded));
        if (loaded.Count > 0) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  python3 json.loads beside it: {Median(loaded):N0} objects/s"));
        good &= Say(output, "validate", Median(validated), "objects", ValidateBar);
        good &= Say(output, "match 200 patterns, one by one, with 500 observations", pairs, "pairs", PairsBar);
        good &= Say(output, $"{Indicators:N0} indicators against a stream ({hits:N0} of {observations.Count:N0} hit)", events, "events", EventsBar);
        return good ? 0 : 1;
    }

    private static bool Say(TextWriter output, string what, double rate, string unit, double? bar)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {rate:N0} {unit}/s; bar {(bar is null ? "needs python3" : $"{bar:N0}: {(rate >= bar ? "holds" : "missed")}")}"));
        return bar is null || rate >= bar;
    }

    private static long Read(byte[] bundle)
    {
        using var reader = new StixReader(new MemoryStream(bundle));
        var objects = 0L;
        while (reader.Read() is { } next)
        {
            if (!next.IsBundle) objects++;
            next.Dispose();
        }

        return objects;
    }

    private static double PerSecond(Func<long> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        var done = 0L;
        // Long enough for the clock of the processor, which ticks every ten milliseconds.
        do done += work();
        while ((Environment.CpuUsage.TotalTime - before).TotalMilliseconds < 500);
        return done / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double? PythonPerSecond(string path)
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", Peer, path]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var said = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return double.TryParse(said.Trim(), CultureInfo.InvariantCulture, out var rate) ? rate : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
