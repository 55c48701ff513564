namespace Noroshi.Capacity.Iati.Xml;

/// <content>Text, comments, sections, instructions and the declaration.</content>
internal sealed partial class Utf8Xml
{
    private const string WrongReference = "Behind '&' stands no known reference: only amp, lt, gt, apos, quot and numbers are read. Write &amp; where the character is meant.";
    private int _text, _textLength;

    /// <summary>The text as written.</summary>
    internal ReadOnlySpan<byte> Text => _buffer.AsSpan(_text, _textLength);

    /// <summary>Whether the text has references.</summary>
    internal bool TextHasReferences { get; private set; }

    /// <summary>Whether the text is nothing but blanks and line feeds.</summary>
    internal bool TextIsBlank { get; private set; }

    /// <summary>Reads text up to the next tag; false where it is a blank outside the root element.</summary>
    private bool ReadText()
    {
        int length;
        while ((length = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'<')) < 0)
        {
            if (Fill()) continue;
            AtEnd();
            return false;
        }

        return TakeText(length);
    }

    /// <summary>Nothing can be read any more: at most blanks may be left, and everything must be closed.</summary>
    private XmlToken AtEnd()
    {
        if (Depth > 0 || _wrongBytes is not null) throw CutOff("an element is still open");
        if (_at < _end) TakeText(_end - _at);
        if (!_rootSeen) throw CutOff("there is no element in it");
        return XmlToken.Nothing;
    }

    private bool TakeText(int length)
    {
        (_text, _textLength, _next) = (_at, length, _at + length);
        var text = Text;
        TextIsBlank = XmlCharacters.IsBlank(text);
        TextHasReferences = false;
        if (Depth == 0)
        {
            if (!TextIsBlank) throw NotWellFormed(_rootSeen ? "There is text behind the root element. Remove it." : "The file does not begin with a tag, so it is not XML.");
            _at = _next;
            return false;
        }

        if (TextIsBlank) return true;
        if (text.IndexOfAny((byte)'&', (byte)'>') < 0) return true;
        if (text.IndexOf("]]>"u8) is >= 0 and var closing) throw NotWellFormed("Text has ']]>'. Write ]]&gt;.", _at + closing);
        TextHasReferences = text.Contains((byte)'&');
        if (TextHasReferences && XmlReferences.FirstWrong(text) is >= 0 and var wrong) throw NotWellFormed(WrongReference, _at + wrong);
        return true;
    }

    /// <summary>Reads a comment or a CDATA section; true where it is a section.</summary>
    private bool ReadMarked()
    {
        while (_end - _at < 9 && Fill())
        {
        }

        var begun = _buffer.AsSpan(_at, _end - _at);
        if (begun.StartsWith("<!--"u8))
        {
            var found = EndOf("--"u8, 4, "a comment is not closed");
            while (_at + found + 2 >= _end) Need("a comment is not closed");
            if (_buffer[_at + found + 2] != '>') throw NotWellFormed("A comment has '--'. Write it otherwise.", _at + found);
            _next = _at + found + 3;
            return false;
        }

        if (begun.StartsWith("<!DOCTYPE"u8)) throw Fault("xml.dtd", "The file has a document type declaration. None is read, because it can make a small file huge or fetch others. Remove it.");
        if (!begun.StartsWith("<![CDATA["u8) || Depth == 0) throw begun.Length < 9 ? CutOff("a tag is not closed") : NotWellFormed("Behind '<!' stands neither a comment nor, within an element, a CDATA section.");
        var end = EndOf("]]>"u8, 9, "a CDATA section is not closed");
        (_text, _textLength, _next) = (_at + 9, end - 9, _at + end + 3);
        (TextHasReferences, TextIsBlank) = (false, XmlCharacters.IsBlank(Text));
        return true;
    }

    private void ReadInstruction()
    {
        var end = EndOf("?>"u8, 2, "an instruction is not closed");
        var inside = _buffer.AsSpan(_at + 2, end - 2);
        var at = 0;
        if (!XmlCharacters.Scan(inside, ref at, out var colon) || colon != -1 || (at < inside.Length && !XmlCharacters.IsBlank(inside[at]))) throw NotWellFormed("A processing instruction has no proper name.");
        if (at == 3 && (inside[0] | 32) == 'x' && (inside[1] | 32) == 'm' && (inside[2] | 32) == 'l') throw NotWellFormed("The XML declaration stands elsewhere than at the very beginning.");
        _next = _at + end + 2;
    }

    /// <summary>Bytes from the current place to the closing mark; at least <paramref name="from"/>.</summary>
    private int EndOf(ReadOnlySpan<byte> mark, int from, string what)
    {
        while (true)
        {
            if (_end - _at >= from && _buffer.AsSpan(_at + from, _end - _at - from).IndexOf(mark) is >= 0 and var found) return from + found;
            Need(what);
        }
    }

    private void ReadDeclaration()
    {
        _at = _next;
        while (_end - _at < 6 && Fill())
        {
        }

        var begun = _buffer.AsSpan(_at, _end - _at);
        if (!begun.StartsWith("<?xml"u8) || begun.Length < 6 || !XmlCharacters.IsBlank(begun[5])) return;
        var end = EndOf("?>"u8, 5, "the XML declaration is not closed");
        if (!XmlDeclaration.IsProper(_buffer.AsSpan(_at + 5, end - 5))) throw NotWellFormed("The XML declaration is not as it must be. Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>.");
        _next = _at + end + 2;
    }
}
