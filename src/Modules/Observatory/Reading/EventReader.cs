using System.Runtime.CompilerServices;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads any supported input as a stream of events. Bad records are counted, never fatal; nothing readable at all is an error.</summary>
internal static class EventReader
{
    /// <summary>Reads a file; <c>-</c> is standard input.</summary>
    /// <exception cref="UnreadableInputException">The input is none of the formats, or not the one asked for.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static ReadReport Read<TSink>(string path, ReadOptions options, ref TSink sink, CancellationToken cancel)
        where TSink : struct, IEventSink
    {
        if (path == "-") return Read(Console.OpenStandardInput(), options, ref sink, cancel);
        if (Directory.Exists(path)) throw new UnreadableInputException($"'{path}' is a folder. Name the files in it.");
        // Buffering is the window's work; a second buffer would only copy.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0, FileOptions.SequentialScan);
        return Read(file, options, ref sink, cancel);
    }

    /// <summary>Reads a stream, which the caller keeps and closes.</summary>
    /// <exception cref="UnreadableInputException">The input is none of the formats, or not the one asked for.</exception>
    public static ReadReport Read<TSink>(Stream stream, ReadOptions options, ref TSink sink, CancellationToken cancel)
        where TSink : struct, IEventSink
    {
        // Code compiled after a class's tables are made need not ask for them each time.
        RuntimeHelpers.RunClassConstructor(typeof(DottedQuad).TypeHandle);
        using var input = Decompression.Open(stream, options.BytesRead, cancel);
        var tally = new ReadTally(options.Tags);
        var format = options.Format ?? FormatDetection.Detect(input, options.Mapping is not null);
        switch (format)
        {
            case InputFormats.Pcap: PcapReader.Read(input, tally, ref sink); break;
            case InputFormats.Pcapng: PcapngReader.Read(input, tally, ref sink); break;
            case InputFormats.Eve: EveReader.Read(input, tally, ref sink); break;
            case InputFormats.ZeekTsv: ZeekTsvReader.Read(input, tally, ref sink); break;
            case InputFormats.ZeekJson: ZeekJsonReader.Read(input, tally, ref sink); break;
            case InputFormats.Csv: CsvEventReader.Read(input, options.Mapping, tally, ref sink); break;
            default: throw new UnreadableInputException($"There is no format '{format}'. Use one of: {string.Join(", ", InputFormats.All)}.");
        }

        if (input.Damage is not null) tally.RejectByte("compression damaged or cut short; the rest was not read", input.Offset);
        return tally.ToReport(format);
    }
}
