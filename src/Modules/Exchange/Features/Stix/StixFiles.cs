using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Noroshi.Storage;

namespace Noroshi.Exchange.Features;

/// <summary>What the verbs share: files as streams, gzip or not, and one form of JSON.</summary>
internal static class StixFiles
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="RefusalException">It is not there or may not be read.</exception>
    internal static Stream Open(string file)
    {
        try
        {
            return Unpacked(file == "-" ? Console.OpenStandardInput() : File.OpenRead(file));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RefusalException($"{file} cannot be read: {problem.Message}", RefusalException.Input, problem);
        }
    }

    /// <summary>A pattern as it was given, or from standard input for <c>-</c>: one of many terms is longer than a command line may be.</summary>
    internal static string Pattern(string given)
    {
        if (given != "-") return given;
        using var reader = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: false));
        return reader.ReadToEnd().Trim();
    }

    private static BufferedStream Unpacked(Stream file)
    {
        var buffered = new BufferedStream(file, 1 << 16);
        var head = new byte[2];
        var read = buffered.ReadAtLeast(head, 2, throwOnEndOfStream: false);
        Stream whole = new HeadedStream(head.AsMemory(0, read), buffered);
        return new BufferedStream(read == 2 && head[0] == 0x1F && head[1] == 0x8B ? new GZipStream(whole, CompressionMode.Decompress) : whole, 1 << 16);
    }

    /// <summary>Gives back what was read to recognise a format; standard input cannot be wound back.</summary>
    private sealed class HeadedStream(ReadOnlyMemory<byte> head, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _head = head;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (_head.IsEmpty) return rest.Read(buffer);
            var count = Math.Min(_head.Length, buffer.Length);
            _head.Span[..count].CopyTo(buffer);
            _head = _head[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
