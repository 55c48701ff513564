using System.Buffers;
using System.Globalization;
using System.Text;

namespace Noroshi.Capacity.Iati.Xml;

/// <summary>The five names and the numbers that may stand behind an ampersand; no other entity is ever resolved.</summary>
internal static class XmlReferences
{
    private const int Longest = 4096;
    private static readonly SearchValues<byte> _digits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Reads the reference that begins at the ampersand.</summary>
    /// <param name="text">Begins with the ampersand.</param>
    /// <param name="length">Bytes of the reference with its semicolon.</param>
    /// <returns>The character, or -1 where it is none.</returns>
    internal static int Read(ReadOnlySpan<byte> text, out int length)
    {
        length = text.IndexOf((byte)';') + 1;
        if (length is < 4 or > Longest) return -1;
        var name = text[1..(length - 1)];
        if (name.SequenceEqual("amp"u8)) return '&';
        if (name.SequenceEqual("lt"u8)) return '<';
        if (name.SequenceEqual("gt"u8)) return '>';
        if (name.SequenceEqual("apos"u8)) return '\'';
        if (name.SequenceEqual("quot"u8)) return '"';
        if (name[0] != '#') return -1;
        var digits = name[1] == 'x' ? name[2..] : name[1..];
        if (digits.Length == 0 || digits.ContainsAnyExcept(_digits)) return -1;
        var style = name[1] == 'x' ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        return uint.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code <= 0x10FFFF && XmlCharacters.IsAllowed((int)code) ? (int)code : -1;
    }

    /// <summary>Where the first thing stands that is no reference though it begins with an ampersand; -1 where all are well.</summary>
    internal static int FirstWrong(ReadOnlySpan<byte> text)
    {
        for (var at = 0; text[at..].IndexOf((byte)'&') is >= 0 and var found;)
        {
            at += found;
            if (Read(text[at..], out var length) < 0) return at;
            at += length;
        }

        return -1;
    }

    /// <summary>Writes a text with its references resolved; in attributes tabs and line feeds become blanks.</summary>
    internal static void Decode(ReadOnlySpan<byte> text, bool isAttribute, IBufferWriter<byte> to)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOf((byte)'&') is >= 0 and var found ? found : text.Length;
            var space = to.GetSpan(plain + 4);
            text[..plain].CopyTo(space);
            if (isAttribute) foreach (ref var one in space[..plain]) if (XmlCharacters.IsBlank(one)) one = (byte)' ';
            to.Advance(plain);
            if (plain == text.Length) return;
            var code = Read(text[plain..], out var length);
            to.Advance(new Rune(code).EncodeToUtf8(to.GetSpan(4)));
            text = text[(plain + length)..];
        }
    }
}
