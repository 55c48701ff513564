using System.Globalization;
using System.Text;
using CsvHelper;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Reading;

/// <summary>A CSV file of votes, gzip or not, read row by row.</summary>
internal sealed class VoteFile : IDisposable
{
    private static readonly CsvReaderOptions _form = new()
    {
        Separator = ',',
        DetectSeparatorHint = false,
        MaxRecordSize = 64 * 1024,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    private readonly Stream _stream;

    private VoteFile(string path, Stream stream, CsvReader rows) => (Path, _stream, Rows) = (path, stream, rows);

    internal string Path { get; }

    internal CsvReader Rows { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="RefusalException">It is not there, may not be read, or is no CSV.</exception>
    internal static VoteFile Open(string path)
    {
        Stream? stream = null;
        try
        {
            stream = Unpacked(File.OpenRead(path));
            var rows = CsvReader.Create(stream, _form, leaveOpen: true);
            rows.ReadHeader();
            return new VoteFile(path, stream, rows);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException or CsvFormatException)
        {
            stream?.Dispose();
            throw new RefusalException($"{path} cannot be read: {problem.Message} Give a CSV file, or gzip of one.", RefusalException.Input, problem);
        }
    }

    /// <summary>How many bytes a file has once it is unpacked; counting ends soon after <paramref name="most"/>.</summary>
    /// <exception cref="RefusalException">It is damaged.</exception>
    internal static async Task<long> LengthAsync(string path, long most, CancellationToken cancel)
    {
        try
        {
            await using var stream = Unpacked(File.OpenRead(path));
            var (buffer, length) = (new byte[1 << 16], 0L);
            while (length <= most && await stream.ReadAsync(buffer, cancel) is var read and > 0) length += read;
            return length;
        }
        catch (InvalidDataException problem)
        {
            throw new RefusalException($"{path} cannot be read: {problem.Message} Give a CSV file, or gzip of one.", RefusalException.Input, problem);
        }
    }

    /// <summary>Moves to the next row.</summary>
    /// <exception cref="RefusalException">From here the file means nothing; names file, row and remedy.</exception>
    internal bool Read()
    {
        try
        {
            return Rows.Read();
        }
        catch (CsvFormatException problem)
        {
            throw Malformed(problem.LineNumber, "a quotation mark is open or stands inside an unquoted cell, or the row is longer than 64 KiB", "Quote the cell and double the quotation marks in it", problem);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException or DecoderFallbackException)
        {
            throw Malformed(Rows.LineNumber + 1, "the file breaks off or is damaged", "Fetch it again", problem);
        }
    }

    internal bool Has(string column) => Rows.TryGetFieldIndex(column, out _);

    /// <summary>Where a column stands.</summary>
    /// <exception cref="RefusalException">The header does not have it.</exception>
    internal int Column(string name) => Rows.TryGetFieldIndex(name, out var index)
        ? index
        : throw Malformed(1, $"the header has no column '{name}'", "Votes need the columns rcid, country, country_code, vote; roll calls rcid, session, date, unres; the layout of the UN Digital Library undl_id, ms_code, ms_vote, date, session, resolution");

    public void Dispose()
    {
        Rows.Dispose();
        _stream.Dispose();
    }

    private RefusalException Malformed(long row, string what, string remedy, Exception? inner = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Path}, row {row}: {what}. {remedy}. Nothing was imported."), RefusalException.Input, inner);

    private static Stream Unpacked(FileStream file)
    {
        Span<byte> head = stackalloc byte[2];
        var isGzip = file.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head[0] == 0x1F && head[1] == 0x8B;
        file.Position = 0;
        return isGzip ? new WholeGzip(file) : file;
    }
}
