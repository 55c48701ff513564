using System.Buffers;
using System.Text;
using System.Text.Unicode;
using System.Xml;

namespace Noroshi.Capacity.Iati.Xml;

/// <summary>Which bytes may stand where (XML 1.0; beyond ASCII the name characters are those of the platform's own reader).</summary>
internal static class XmlCharacters
{
    private const byte InName = 1, AtStart = 2, Blank = 4;
    private static readonly byte[] _class = Classify();
    private static readonly SearchValues<byte> _controls = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (byte)code).Where(code => code is not (9 or 10 or 13))]);
    private static readonly SearchValues<byte> _blanks = SearchValues.Create(" \t\r\n"u8);

    internal static bool IsBlank(byte one) => (_class[one] & Blank) != 0;

    internal static bool IsBlank(ReadOnlySpan<byte> text) => text.IndexOfAnyExcept(_blanks) < 0;

    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || (!IsBlank(text[0]) && !IsBlank(text[^1]))) return text;
        var first = text.IndexOfAnyExcept(_blanks);
        return first < 0 ? default : text[first..(text.LastIndexOfAnyExcept(_blanks) + 1)];
    }

    /// <summary>Whether a character may stand in a document at all.</summary>
    internal static bool IsAllowed(int code) => code is 9 or 10 or 13 or (>= 0x20 and < 0xD800) or (>= 0xE000 and < 0xFFFE) or (>= 0x10000 and <= 0x10FFFF);

    /// <summary>Scans a name from <paramref name="at"/>.</summary>
    /// <param name="text">The bytes read so far.</param>
    /// <param name="at">Where it begins; where it ends.</param>
    /// <param name="colon">Where its colon stands; -1 where it has none; -2 where it cannot be a qualified name.</param>
    /// <returns>False where the byte at the start begins no name.</returns>
    internal static bool Scan(ReadOnlySpan<byte> text, ref int at, out int colon)
    {
        colon = -1;
        var (start, part) = (at, true);
        if ((uint)at < (uint)text.Length && (_class[text[at]] & AtStart) != 0)
        {
            // Almost every name is plain: it ends where the first byte stands that is neither a letter nor a digit.
            var classes = _class;
            var end = at + 1;
            while ((uint)end < (uint)text.Length && (classes[text[end]] & InName) != 0) end++;
            at = end;
            if (end == text.Length || (text[end] < 0x80 && text[end] != ':')) return true;
            part = false;
        }

        while (at < text.Length)
        {
            var one = text[at];
            if (one < 0x80)
            {
                if (one == ':')
                {
                    if (colon != -1 || part) colon = -2;
                    else colon = at;
                    part = true;
                    at++;
                    continue;
                }

                if ((_class[one] & (part ? AtStart : InName)) == 0)
                {
                    if (part && (_class[one] & InName) != 0 && at > start)
                    {
                        colon = -2;
                        part = false;
                        at++;
                        continue;
                    }

                    break;
                }

                at++;
            }
            else
            {
                if (Rune.DecodeFromUtf8(text[at..], out var rune, out var bytes) != OperationStatus.Done || !rune.IsBmp) break;
                if (!(part ? XmlConvert.IsStartNCNameChar((char)rune.Value) : XmlConvert.IsNCNameChar((char)rune.Value))) break;
                at += bytes;
            }

            part = false;
        }

        if (part && at > start) colon = -2;
        return at > start;
    }

    /// <summary>Where the first byte stands that no document may hold; -1 where all are well.</summary>
    internal static int FirstWrong(ReadOnlySpan<byte> text)
    {
        var wrong = text.IndexOfAny(_controls);
        if (!Utf8.IsValid(text))
        {
            var broken = 0;
            while (Rune.DecodeFromUtf8(text[broken..], out _, out var bytes) == OperationStatus.Done) broken += bytes;
            wrong = wrong < 0 ? broken : Math.Min(wrong, broken);
        }

        for (var from = 0; text[from..].IndexOf("\uFFFF"u8[..2]) is >= 0 and var found; from += found + 2)
        {
            if (from + found + 2 >= text.Length || text[from + found + 2] < 0xBE) continue;
            return wrong < 0 ? from + found : Math.Min(wrong, from + found);
        }

        return wrong;
    }

    /// <summary>How many bytes at the end begin a character whose rest is not there yet.</summary>
    internal static int Unfinished(ReadOnlySpan<byte> text)
    {
        for (var back = 1; back <= Math.Min(3, text.Length); back++)
        {
            var one = text[^back];
            if (one >= 0xC0) return one >= (back switch { 1 => 0xC0, 2 => 0xE0, _ => 0xF0 }) ? back : 0;
            if (one < 0x80) return 0;
        }

        return 0;
    }

    private static byte[] Classify()
    {
        var classes = new byte[256];
        for (var code = 0; code < 128; code++)
        {
            var one = (char)code;
            if (char.IsAsciiLetter(one) || one == '_') classes[code] = InName | AtStart;
            else if (char.IsAsciiDigit(one) || one is '-' or '.') classes[code] = InName;
            else if (one is ' ' or '\t' or '\r' or '\n') classes[code] = Blank;
        }

        return classes;
    }
}
