using System.Text;

namespace Noroshi.Capacity.Iati.Xml;

/// <content>Start and end tags.</content>
internal sealed partial class Utf8Xml
{
    private const int MostAttributes = 256;
    private readonly AttributePlace[] _attributes = new AttributePlace[MostAttributes];
    private readonly int[] _openNames = new int[Deepest + 2];
    private byte[] _names = new byte[4096];
    private bool _leaving;

    /// <summary>How many attributes the start tag has.</summary>
    internal int AttributeCount { get; private set; }

    /// <summary>The attributes of the start tag; whoever reads them may note which name each is.</summary>
    internal Span<AttributePlace> Attributes => _attributes.AsSpan(0, AttributeCount);

    /// <summary>Whether the start tag is an empty element, which has no end tag.</summary>
    internal bool IsEmpty { get; private set; }

    /// <summary>Which namespace the element of the start tag is in.</summary>
    internal NamespaceKind Namespace { get; private set; }

    /// <summary>Name of the innermost open element, with its prefix.</summary>
    internal ReadOnlySpan<byte> Name => NameAt(Depth);

    /// <summary>Name of an open element by its depth, from 1.</summary>
    internal ReadOnlySpan<byte> NameAt(int depth) => _names.AsSpan(_openNames[depth], _openNames[depth + 1] - _openNames[depth]);

    /// <summary>The value of an attribute as written.</summary>
    internal ReadOnlySpan<byte> Raw(in AttributePlace place) => _buffer.AsSpan(place.Value, place.ValueLength);

    private void ReadStart()
    {
        bool qualified;
        while (!TryStart(out qualified)) Need("a tag is not closed");
        if (Depth == 1 && _rootSeen) throw NotWellFormed("There is a second element behind the root element. Keep one.");
        _rootSeen = true;
        _leaving = IsEmpty;
        if (qualified) Resolve();
        else Namespace = _prefixes.DefaultIsNone ? NamespaceKind.None : NamespaceKind.Foreign;
    }

    /// <summary>Reads a start tag if all of it is in the buffer.</summary>
    private bool TryStart(out bool qualified)
    {
        var bytes = _buffer.AsSpan(0, _end);
        var at = _at + 1;
        if (!XmlCharacters.Scan(bytes, ref at, out var colon)) throw NotWellFormed("Behind '<' stands neither a name nor '/', '!' or '?'. Write &lt; where the character is meant.");
        if (at == _end) { qualified = false; return false; }
        if (colon == -2) throw NotWellFormed("The name of the element has a colon in the wrong place.");
        qualified = colon >= 0;
        var (nameEnd, count) = (at, 0);
        while (true)
        {
            var before = at;
            while (at < _end && XmlCharacters.IsBlank(bytes[at])) at++;
            if (at == _end) return false;
            if (bytes[at] == '>') break;
            if (bytes[at] == '/')
            {
                if (at + 1 == _end) return false;
                if (bytes[at + 1] != '>') throw NotWellFormed("In a tag '/' must be followed by '>'.", at);
                break;
            }

            if (at == before) throw NotWellFormed("Between attributes a blank is missing.", at);
            if (count == MostAttributes) throw Fault("xml.limit", $"An element has more than {MostAttributes} attributes.");
            if (!TryAttribute(bytes, ref at, ref _attributes[count])) return false;
            ref var added = ref _attributes[count++];
            qualified |= added.Prefix > 0 ? !IsXmlLang(added) : added.Namespace == NamespaceKind.Declaration;
            for (var other = 0; other < count - 1; other++)
            {
                if (_attributes[other].NameLength == added.NameLength && NameOf(_attributes[other]).SequenceEqual(NameOf(added))) throw NotWellFormed($"The attribute {Encoding.UTF8.GetString(NameOf(added))} stands twice in one tag.", at);
            }
        }

        IsEmpty = bytes[at] == '/';
        _next = at + (IsEmpty ? 2 : 1);
        AttributeCount = count;
        Open(bytes[(_at + 1)..nameEnd]);
        return true;
    }

    private bool TryAttribute(ReadOnlySpan<byte> bytes, ref int at, ref AttributePlace place)
    {
        place.Name = at;
        if (!XmlCharacters.Scan(bytes, ref at, out var colon)) throw NotWellFormed("In a tag something stands that begins no attribute.", at);
        if (at == _end) return false;
        if (colon == -2) throw NotWellFormed("The name of an attribute has a colon in the wrong place.", at);
        place.NameLength = at - place.Name;
        place.Prefix = colon < 0 ? 0 : colon - place.Name;
        while (at < _end && XmlCharacters.IsBlank(bytes[at])) at++;
        if (at == _end) return false;
        if (bytes[at++] != '=') throw NotWellFormed("An attribute has no value. Write name=\"value\".", at - 1);
        while (at < _end && XmlCharacters.IsBlank(bytes[at])) at++;
        if (at == _end) return false;
        var quote = bytes[at++];
        if (quote is not ((byte)'"' or (byte)'\'')) throw NotWellFormed("The value of an attribute is not in quotation marks.", at - 1);
        place.Value = at;
        var rest = bytes[at..];
        var length = rest.IndexOfAny(quote, (byte)'<', (byte)'&');
        place.HasReferences = length >= 0 && rest[length] == '&';
        if (place.HasReferences && rest[length..].IndexOfAny(quote, (byte)'<') is var more) length = more < 0 ? -1 : length + more;
        if (length < 0) return false;
        if (rest[length] == '<') throw NotWellFormed("The value of an attribute has '<'. Write &lt;.", at + length);
        place.ValueLength = length;
        if (place.HasReferences && XmlReferences.FirstWrong(rest[..length]) is >= 0 and var wrong) throw NotWellFormed(WrongReference, at + wrong);
        place.Namespace = place.Prefix == 0 && bytes.Slice(place.Name, place.NameLength).SequenceEqual("xmlns"u8) ? NamespaceKind.Declaration : NamespaceKind.None;
        if (place.Prefix > 0 && IsXmlLang(place)) place.Namespace = NamespaceKind.Xml;
        at += length + 1;
        return true;
    }

    private void ReadEnd()
    {
        if (Depth == 0) throw NotWellFormed("An element is closed that was not opened.");
        var name = Name;
        while (_end - _at < name.Length + 3)
        {
            var begun = _buffer.AsSpan(_at + 2, Math.Min(_end - _at - 2, name.Length));
            if (!name.StartsWith(begun)) throw OtherStillOpen(name);
            Need("an element is still open");
        }

        var at = _at + 2;
        if (!_buffer.AsSpan(at, name.Length).SequenceEqual(name)) throw OtherStillOpen(name);
        at += name.Length;
        while (_buffer[at] != '>')
        {
            if (!XmlCharacters.IsBlank(_buffer[at])) throw OtherStillOpen(name);
            if (++at < _end) continue;
            var length = at - _at;
            Need("a tag is not closed");
            at = _at + length;
        }

        _next = at + 1;
        _leaving = true;
    }

    private XmlFaultException OtherStillOpen(ReadOnlySpan<byte> name) => NotWellFormed($"The element {Encoding.UTF8.GetString(name)} is still open where another is closed.");

    private void Open(ReadOnlySpan<byte> name)
    {
        if (Depth == Deepest) throw Fault("xml.limit", $"Elements are nested more than {Deepest} deep.");
        var start = Depth == 0 ? 0 : _openNames[Depth + 1];
        while (start + name.Length > _names.Length)
        {
            if (_names.Length >= LongestToken) throw Fault("xml.limit", "The names of the open elements are too long.");
            Array.Resize(ref _names, _names.Length * 2);
        }

        name.CopyTo(_names.AsSpan(start));
        Depth++;
        _openNames[Depth] = start;
        _openNames[Depth + 1] = start + name.Length;
    }

    private void Leave()
    {
        _leaving = false;
        if (_prefixes.Depth >= Depth && _prefixes.Depth > 0) _prefixes.Leave(Depth);
        Depth--;
    }

    private void Resolve()
    {
        foreach (ref var each in Attributes)
        {
            if (each.Namespace == NamespaceKind.Declaration || (each.Prefix > 0 && _buffer.AsSpan(each.Name, each.Prefix).SequenceEqual("xmlns"u8)))
            {
                each.Namespace = NamespaceKind.Declaration;
                var prefix = each.Prefix == 0 ? default : NameOf(each)[(each.Prefix + 1)..];
                if (_prefixes.Declare(prefix, Raw(each), Depth) is { } wrong) throw NotWellFormed(wrong);
            }
        }

        var seen = new HashSet<(string, string)>();
        foreach (ref var each in Attributes)
        {
            if (each.Namespace == NamespaceKind.Declaration || each.Prefix == 0) continue;
            var uri = UriOf(NameOf(each)[..each.Prefix]);
            each.Namespace = XmlPrefixes.KindOf(uri);
            if (!seen.Add((uri, Encoding.UTF8.GetString(NameOf(each)[(each.Prefix + 1)..])))) throw NotWellFormed($"The attribute {Encoding.UTF8.GetString(NameOf(each))} stands twice in one tag.");
        }

        var colon = Name.IndexOf((byte)':');
        if (colon > 0 && Name[..colon].SequenceEqual("xmlns"u8)) throw NotWellFormed("The prefix xmlns names no element.");
        Namespace = XmlPrefixes.KindOf(UriOf(colon < 0 ? default : Name[..colon]));
    }

    private string UriOf(ReadOnlySpan<byte> prefix) => _prefixes.Find(prefix) ?? throw NotWellFormed($"The prefix {Encoding.UTF8.GetString(prefix)} was not declared. Add xmlns:{Encoding.UTF8.GetString(prefix)}=\"…\".");

    private ReadOnlySpan<byte> NameOf(in AttributePlace place) => _buffer.AsSpan(place.Name, place.NameLength);

    private bool IsXmlLang(in AttributePlace place) => NameOf(place).SequenceEqual("xml:lang"u8);
}
