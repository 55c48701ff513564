using System.Diagnostics;
using System.Globalization;
using System.Text;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Reading;
using Noroshi.Tests.Observatory.Reading.Packets;
using Noroshi.Tests.Observatory.Reading.Suricata;

namespace Noroshi.Tests.Observatory.Reading;

/// <summary>
/// Feeds every parser with good inputs that were damaged at random. NOROSHI_FUZZ_INPUTS sets how many inputs are tried over all
/// parsers (default a million); NOROSHI_FUZZ_SEED repeats a run.
/// </summary>
public sealed class RandomMutationTests
{
    private const int Kinds = 7;
    private const long MemoryLimit = 256L << 20;

    private static readonly MappingFile Mapping = MappingFile.Parse("""{"columns":{"t":"time","s":"source","d":"target","p":"targetPort","x":"tag"},"protocol":"tcp"}"""u8.ToArray(), "fuzz.json");

    [Theory]
    [InlineData("pcap")]
    [InlineData("pcapng")]
    [InlineData("eve")]
    [InlineData("zeek-tsv")]
    [InlineData("zeek-json")]
    [InlineData("csv")]
    [InlineData(null)]
    public void Parser_OnDamagedInput_EitherReadsOrRefuses(string? format)
    {
        var inputs = Setting("NOROSHI_FUZZ_INPUTS", 1_000_000) / Kinds;
        var seed = Setting("NOROSHI_FUZZ_SEED", 20_261_122);
        var allocated = 0L;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < inputs; i++)
        {
            var random = new Random(seed + i);
            var input = Mutation.Apply(Seed(format, random), random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ReadOnce(input, format);
            }
            catch (Exception problem) when (problem is not UnreadableInputException)
            {
                throw new InvalidOperationException($"Input {i} of seed {seed} as {format ?? "any format"}: {problem.GetType().Name}. It was {Convert.ToBase64String(input)}", problem);
            }

            allocated = Math.Max(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            // A guard against real hangs only: an input takes microseconds.
            if ((i & 1023) == 0 && watch.Elapsed > TimeSpan.FromMinutes(20)) throw new TimeoutException($"Only {i} inputs were read in {watch.Elapsed}.");
        }

        allocated.ShouldBeLessThan(MemoryLimit);
    }

    private static void ReadOnce(byte[] input, string? format)
    {
        using var stream = new MemoryStream(input, writable: false);
        var sink = new Count();
        var options = new ReadOptions { Format = format, Mapping = format == "csv" ? Mapping : null };
        try
        {
            var report = EventReader.Read(stream, options, ref sink, CancellationToken.None);
            if (sink.Events > report.Events) throw new InvalidDataException("more events than were counted");
            if (report.From > report.To) throw new InvalidDataException("ends before it begins");
        }
        catch (UnreadableInputException problem) when (problem.Message.Length > 10)
        {
            // A refusal that explains itself is a good outcome.
        }
    }

    private static byte[] Seed(string? format, Random random) => format switch
    {
        "pcap" => Packets(random),
        "pcapng" => PacketsNg(random),
        "eve" => Lines(random, () => EveLines.Any(random)),
        "zeek-tsv" => Encoding.UTF8.GetBytes("#separator \\x09\n#unset_field\t-\n#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\torig_pkts\torig_ip_bytes\n1748736000.5\t240.0.0.1\t1\t198.18.0.1\t23\ttcp\tS0\t1\t40\n1748736001.5\t2001:db8::1\t128\t2001:db8::2\t0\ticmp\tOTH\t-\t-\n"),
        "zeek-json" => Lines(random, () => Encoding.UTF8.GetBytes("""{"ts":1748736000.5,"uid":"C","id.orig_h":"240.0.0.1","id.orig_p":1,"id.resp_h":"198.18.0.1","id.resp_p":22,"proto":"tcp","conn_state":"SF","orig_pkts":10,"orig_ip_bytes":1000,"tunnel_parents":[]}""")),
        "csv" => Encoding.UTF8.GetBytes("t,s,d,p,x\n1748736000,240.0.0.1,198.18.0.1,23,\"a, \"\"b\"\"\"\n2025-06-01T00:00:00Z,2001:db8::1,2001:db8::2,53,b\n"),
        _ => random.Next(3) == 0 ? Collected.Gzip(Seed(InputFormats.All[random.Next(InputFormats.All.Count)], random)) : Seed(InputFormats.All[random.Next(InputFormats.All.Count)], random),
    };

    private static byte[] Packets(Random random) => Capture.Pcap(
        ((int[])[0, 1, 12, 101, 108, 113, 228, 276])[random.Next(8)],
        random.Next(2) == 0,
        random.Next(2) == 0,
        Capture.Ethernet(Packet(random), random.Next(3) == 0 ? [1, 2] : []),
        Packet(random),
        Packet(random));

    private static byte[] PacketsNg(Random random)
    {
        var bigEndian = random.Next(2) == 0;
        return [.. Capture.Section(bigEndian), .. Capture.Interface(bigEndian, 1), .. Capture.Interface(bigEndian, 101, (byte)random.Next(256)), .. Capture.Enhanced(bigEndian, 0, 1_700_000_000_000_000, Capture.Ethernet(Packet(random))), .. Capture.Enhanced(bigEndian, 1, (ulong)random.NextInt64(), Packet(random)), .. Capture.Simple(bigEndian, Capture.Ethernet(Packet(random)))];
    }

    private static byte[] Packet(Random random) => random.Next(5) switch
    {
        0 => Capture.IPv4(6, Capture.Tcp(flags: (byte)random.Next(256)), options: random.Next(11) * 4),
        1 => Capture.IPv4(17, Capture.Udp(53, (ushort)random.Next(65536)), fragmentOffset: random.Next(65536)),
        2 => Capture.IPv4(1, [(byte)random.Next(256), 0, 0, 0]),
        3 => Capture.IPv6((byte)((int[])[0, 6, 17, 43, 44, 51, 58, 60])[random.Next(8)], [(byte)random.Next(256), (byte)random.Next(256), 0, 0, 0, 0, 0, 0, .. Capture.Tcp()]),
        _ => Capture.IPv6(6, Capture.Tcp()),
    };

    private static byte[] Lines(Random random, Func<byte[]> line)
    {
        var lines = new List<byte>();
        for (var left = 1 + random.Next(3); left > 0; left--)
        {
            lines.AddRange(line());
            lines.Add((byte)'\n');
        }

        return [.. lines];
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private struct Count : IEventSink
    {
        public long Events;

        public void Add(in ObservedEvent observed) => Events++;
    }
}
