using System.Globalization;
using System.IO.Compression;

namespace Noroshi.Observatory.Exercise;

/// <summary>Writes the captures of the exercise: the same content every time, in the formats that real sensors write.</summary>
internal static class ExerciseGenerator
{
    private const int FirstPartDays = 7;

    /// <summary>Every file, in the order in which it is imported; those that already lie there whole are kept.</summary>
    /// <param name="folder">Where to; made when absent.</param>
    /// <param name="progress">Told each file's name when it is done.</param>
    /// <param name="cancel">Stops between files; nothing half-written stays.</param>
    public static List<ExerciseCapture> Write(string folder, Action<string>? progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var captures = new List<ExerciseCapture>();
        void Put(ExerciseSensor sensor, string name, Action<Stream> write)
        {
            cancel.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, name);
            if (!File.Exists(path)) WriteWhole(path, write);
            captures.Add(new ExerciseCapture(sensor.Name, path));
            progress?.Invoke(name);
        }

        for (var day = 0; day < ExerciseCalendar.Days; day++)
        {
            var at = day;
            Put(ExerciseSensor.Telescope, $"telescope-{Name(day)}.pcap.gz", to => Telescope(to, at));
        }

        foreach (var (first, last) in ((int, int)[])[(0, FirstPartDays), (FirstPartDays, ExerciseCalendar.Days)])
        {
            Put(ExerciseSensor.Detection, $"eve-{Name(first)}.json.gz", to => Alerts(to, first, last));
            Put(ExerciseSensor.Flows, $"conn-{Name(first)}.log.gz", to => Flows(to, first, last));
        }

        return captures;
    }

    /// <summary>The packets of a day as a pcap file.</summary>
    public static void Telescope(Stream to, int day)
    {
        var seen = new TelescopeDay(day);
        Background.AddTo(seen);
        Worm.AddTo(seen);
        PortSurge.AddTo(seen);
        Surveys.AddTo(seen);
        Backscatter.AddTo(seen);
        var file = new PcapWriter(to);
        var count = 0;
        foreach (var packet in seen.ByTime())
        {
            // On the fifth day the sensor's disk was slow, and some frames were cut short: the report of rejected records shows it.
            var cut = day == 4 && ++count % 997 == 0;
            file.Write(cut ? packet with { Kept = 20 } : packet);
        }
    }

    /// <summary>The alerts of some days as EVE JSON, with a few lines that are broken on purpose.</summary>
    public static void Alerts(Stream to, int firstDay, int endDay)
    {
        var file = new EveWriter(to);
        for (var day = firstDay; day < endDay; day++)
        {
            foreach (var alert in AlertStory.Of(day)) file.Write(alert);
            if (day == 4)
            {
                file.WriteLine("{\"timestamp\":\"2026-03-05T23:59:58.000000+0000\",\"event_type\":\"alert\",\"src_ip\":\"240.4.");
                file.WriteLine("{\"timestamp\":\"not a time\",\"event_type\":\"alert\",\"src_ip\":\"240.4.1.1\",\"dest_ip\":\"198.19.0.20\",\"alert\":{\"signature\":\"EXERCISE\"}}");
                file.WriteLine("EXERCISE log rotated here");
            }
        }
    }

    /// <summary>The connections of some days as a conn.log, with a few lines that are broken on purpose.</summary>
    public static void Flows(Stream to, int firstDay, int endDay)
    {
        var file = new ZeekWriter(to, ExerciseCalendar.First.AddDays(firstDay));
        for (var day = firstDay; day < endDay; day++)
        {
            foreach (var flow in FlowStory.Of(day)) file.Write(flow);
            if (day == 4)
            {
                file.WriteLine("1772755198.000000\tCEXERCISEBAD1\t240.4.1.1\t40000");
                file.WriteLine("1772755199.000000\tCEXERCISEBAD2\tnot-an-address\t40000\t198.19.96.20\t22\ttcp\t-\t-\t-\t-\tS0\tF\tT\t0\tS\t1\t40\t0\t0\t-");
            }
        }

        file.Close(ExerciseCalendar.First.AddDays(endDay));
    }

    private static string Name(int day) => ExerciseCalendar.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteWhole(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var file = File.Create(part))
            using (var zipped = new GZipStream(file, CompressionLevel.Optimal))
            using (var buffered = new BufferedStream(zipped, 1 << 16))
            {
                write(buffered);
            }

            File.Move(part, path, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }
}
