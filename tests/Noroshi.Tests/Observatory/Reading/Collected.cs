using System.IO.Compression;
using System.Text;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Reading;

namespace Noroshi.Tests.Observatory.Reading;

/// <summary>What a reader made of some bytes: its report and every event.</summary>
internal sealed record Collected(ReadReport Report, IReadOnlyList<ObservedEvent> Events)
{
    public ObservedEvent Only => Events.ShouldHaveSingleItem();

    public static Collected Read(byte[] input, string? format = null, MappingFile? mapping = null)
    {
        using var stream = new MemoryStream(input, writable: false);
        return Read(stream, format, mapping);
    }

    public static Collected Read(Stream stream, string? format = null, MappingFile? mapping = null)
    {
        var sink = new Sink([]);
        var report = EventReader.Read(stream, new ReadOptions { Format = format, Mapping = mapping }, ref sink, TestContext.Current.CancellationToken);
        return new Collected(report, sink.Events);
    }

    public static Collected Read(string text, string? format = null, MappingFile? mapping = null) => Read(Encoding.UTF8.GetBytes(text), format, mapping);

    public static byte[] Gzip(params byte[] input)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(input);
        return output.ToArray();
    }

    /// <summary>Real inputs of others beside the repository; tests that need them skip visibly where they are absent.</summary>
    public static string RealInput(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "..", "shared", "data", "observatory", name);
            if (File.Exists(Path.Combine(folder.FullName, "Noroshi.slnx")) && File.Exists(path)) return path;
        }

        Assert.Skip($"../shared/data/observatory/{name} is not here");
        return name;
    }

    internal readonly struct Sink(List<ObservedEvent> events) : IEventSink
    {
        public List<ObservedEvent> Events => events;

        public void Add(in ObservedEvent observed) => events.Add(observed);
    }
}
