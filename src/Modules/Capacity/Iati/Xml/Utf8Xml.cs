using System.Runtime.CompilerServices;

namespace Noroshi.Capacity.Iati.Xml;

/// <summary>
/// Reads XML forwards, token by token, straight from its bytes: well-formedness and namespaces are checked, no text becomes a string.
/// A token must fit into the buffer (<see cref="LongestToken"/>), which bounds the memory whatever the file holds. There is no DTD and no entity.
/// </summary>
internal sealed partial class Utf8Xml
{
    /// <summary>The most bytes that one tag, text, comment or section may have.</summary>
    internal const int LongestToken = 16 << 20;

    /// <summary>How deep elements may be nested.</summary>
    internal const int Deepest = 256;

    private const int FirstSize = 1 << 18;
    private readonly Stream _source;
    private readonly XmlPrefixes _prefixes = new();
    private byte[] _buffer = new byte[FirstSize];
    private int _at, _end, _rawEnd, _next;
    private int _lineAt, _line = 1;
    private bool _sourceEnded, _rootSeen;
    private string? _wrongBytes;

    private Utf8Xml(Stream source) => _source = source;

    /// <summary>How many elements are open; the current one counts, also an empty one.</summary>
    internal int Depth { get; private set; }

    /// <summary>The bytes that the places of the current token point into.</summary>
    internal ReadOnlySpan<byte> Bytes => _buffer;

    /// <summary>Begins to read.</summary>
    /// <exception cref="XmlFaultException">The encoding is not one that is read here, or the declaration is wrong.</exception>
    internal static Utf8Xml Open(Stream source)
    {
        var xml = new Utf8Xml(XmlEncodings.ToUtf8(source));
        xml.Fill();
        if (xml.Bytes[..xml._end].StartsWith("\uFEFF"u8)) xml._next = 3;
        xml.ReadDeclaration();
        return xml;
    }

    /// <summary>The next token; comments and instructions are checked and passed over.</summary>
    /// <exception cref="XmlFaultException">This is not XML from here on.</exception>
    internal XmlToken Next()
    {
        _at = _next;
        if (_leaving) Leave();
        while (true)
        {
            while (_at + 1 >= _end)
            {
                if (!Fill()) return AtEnd();
            }

            if (_buffer[_at] != '<')
            {
                if (ReadText()) return XmlToken.Text;
                continue;
            }

            switch (_buffer[_at + 1])
            {
                case (byte)'/':
                    ReadEnd();
                    return XmlToken.End;
                case (byte)'!':
                    if (ReadMarked()) return XmlToken.Text;
                    break;
                case (byte)'?':
                    ReadInstruction();
                    break;
                default:
                    ReadStart();
                    return XmlToken.Start;
            }

            _at = _next;
        }
    }

    /// <summary>The line of a place in the buffer; places must be asked in order, later ones later.</summary>
    internal int LineOf(int place)
    {
        if (place > _lineAt)
        {
            _line += _buffer.AsSpan(_lineAt, place - _lineAt).Count((byte)'\n');
            _lineAt = place;
        }

        return _line;
    }

    /// <summary>The line of the current token.</summary>
    internal int Line => LineOf(_at);

    /// <summary>Reads further bytes behind those from <see cref="_at"/> on; false at the end of the file.</summary>
    private bool Fill()
    {
        if (_sourceEnded) return false;
        if (_at > 0)
        {
            LineOf(_at);
            _buffer.AsSpan(_at, _rawEnd - _at).CopyTo(_buffer);
            (_end, _rawEnd, _lineAt, _next, _at) = (_end - _at, _rawEnd - _at, _lineAt - _at, 0, 0);
        }

        if (_rawEnd == _buffer.Length)
        {
            if (_buffer.Length >= LongestToken) throw Fault("xml.limit", $"One tag, text or comment has more than {LongestToken >> 20} MiB. Split it.");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int read;
        try
        {
            read = _source.ReadAtLeast(_buffer.AsSpan(_rawEnd), 1, throwOnEndOfStream: false);
        }
        catch (Exception failure) when (failure is System.Text.DecoderFallbackException or ArgumentException)
        {
            throw Fault("xml.encoding", "The bytes do not belong to the encoding that the file names. Save it as UTF-8.");
        }

        _rawEnd += read;
        _sourceEnded = read == 0;
        var fresh = _buffer.AsSpan(_end, _rawEnd - _end);
        if (!_sourceEnded) fresh = fresh[..^XmlCharacters.Unfinished(fresh)];
        if (XmlCharacters.FirstWrong(fresh) is >= 0 and var wrong)
        {
            // What stands before the wrong byte is still judged; the fault is told once the reader comes to it.
            _wrongBytes = "There is a byte that UTF-8 or XML does not know. Save the file as UTF-8 without control characters.";
            _sourceEnded = true;
            fresh = fresh[..wrong];
        }

        _end += fresh.Length;
        return !fresh.IsEmpty || (!_sourceEnded && Fill());
    }

    /// <summary>Reads on because a token is not whole yet.</summary>
    private void Need(string what)
    {
        if (!Fill()) throw CutOff(what);
    }

    private XmlFaultException CutOff(string what) => _wrongBytes is { } wrong
        ? new XmlFaultException("xml.encoding", LineOf(_end), wrong)
        : new XmlFaultException("xml.cut-off", LineOf(_end), $"The file ends although {what}. Send or fetch it again.");

    private XmlFaultException Fault(string rule, string message, int place = -1) => new(rule, LineOf(place < 0 ? _at : place), message);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlFaultException NotWellFormed(string message, int place = -1) => Fault("xml.not-well-formed", message, place);
}
