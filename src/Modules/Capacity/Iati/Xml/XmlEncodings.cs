using System.Text;

namespace Noroshi.Capacity.Iati.Xml;

/// <summary>Tells the encoding of a file from its first bytes and makes UTF-8 of it.</summary>
internal static class XmlEncodings
{
    private const int Looked = 256;

    /// <summary>The stream as UTF-8, from its first byte; the byte order mark stays in it.</summary>
    /// <exception cref="XmlFaultException">The encoding is named but not known.</exception>
    internal static Stream ToUtf8(Stream source)
    {
        var first = new byte[Looked];
        var read = source.ReadAtLeast(first, Looked, throwOnEndOfStream: false);
        var whole = new JoinedStream(first.AsMemory(0, read), source);
        var encoding = Find(first.AsSpan(0, read));
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, new UTF8Encoding(false, true));
    }

    private static Encoding? Find(ReadOnlySpan<byte> first)
    {
        if (first is [0xFE, 0xFF, ..] or [0, (byte)'<', 0, (byte)'?', ..]) return Strict("utf-16BE");
        if (first is [0xFF, 0xFE, not 0, ..] or [(byte)'<', 0, (byte)'?', 0, ..]) return Strict("utf-16LE");
        if (!first.StartsWith("<?xml"u8)) return null;
        var end = first.IndexOf("?>"u8);
        var named = first[..(end < 0 ? first.Length : end)];
        var at = named.IndexOf("encoding"u8);
        if (at < 0) return null;
        named = named[(at + 8)..].TrimStart(" \t\r\n="u8);
        if (named.Length < 3 || named[0] is not ((byte)'"' or (byte)'\'')) return null;
        var close = named[1..].IndexOf(named[0]);
        var name = close < 1 ? "" : Encoding.ASCII.GetString(named.Slice(1, close));
        return name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Length == 0 ? null : Strict(name);
    }

    private static Encoding Strict(string name)
    {
        try
        {
            var encoding = Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

            // A file whose first bytes are legible as ASCII cannot be in one of these, whatever it says.
            return name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) && name is not ("utf-16BE" or "utf-16LE") ? throw new ArgumentException(name) : encoding;
        }
        catch (ArgumentException)
        {
            throw new XmlFaultException("xml.encoding", 1, $"The file says that its encoding is '{(name.Length > 40 ? name[..40] : name)}', which it is not or which is not read here. Save it as UTF-8.");
        }
    }

    /// <summary>The bytes that were looked at, and then the rest.</summary>
    private sealed class JoinedStream(ReadOnlyMemory<byte> first, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _first = first;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            if (_first.IsEmpty) return rest.Read(buffer);
            var taken = Math.Min(buffer.Length, _first.Length);
            _first.Span[..taken].CopyTo(buffer);
            _first = _first[taken..];
            return taken;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
