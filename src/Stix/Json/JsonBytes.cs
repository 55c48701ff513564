using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Noroshi.Stix;

/// <summary>The bytes of JSON values, without making strings of them where that can be spared.</summary>
internal static class JsonBytes
{
    private static readonly SearchValues<byte> _structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> _afterWord = SearchValues.Create(",]} \t\r\n"u8);

    /// <summary>The UTF-8 of a string value; empty for other kinds and for strings that are not Unicode.</summary>
    public static ReadOnlySpan<byte> Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return [];
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (!raw.Contains((byte)'\\')) return raw;
        return TryGetString(value, out var text) ? Encoding.UTF8.GetBytes(text) : [];
    }

    /// <summary>The string; false where the value is none or holds half of a surrogate pair or bytes that are not UTF-8.</summary>
    public static bool TryGetString(JsonElement value, out string text)
    {
        text = "";
        if (value.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The name of a member; false where it is not Unicode.</summary>
    public static bool TryGetName(JsonProperty member, out string name)
    {
        try
        {
            name = member.Name;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    /// <summary>Whether all names and texts in a value are Unicode: only then can they be compared without an exception.</summary>
    public static bool IsUnicode(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return Utf8.IsValid(raw) && (raw.IndexOf("\\u"u8) < 0 || IsSound(value));
    }

    private static bool IsSound(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TryGetString(value, out _),
        JsonValueKind.Array => value.EnumerateArray().All(IsSound),
        JsonValueKind.Object => value.EnumerateObject().All(member => TryGetName(member, out _) && IsSound(member.Value)),
        _ => true,
    };

    /// <summary>How many bytes a value at the beginning of a text has; −1 when its end is not in sight. Whether it is JSON is not asked.</summary>
    public static int LengthOfValue(ReadOnlySpan<byte> text)
    {
        if (text[0] == '"') return LengthOfText(text);
        if (text[0] is not ((byte)'{' or (byte)'[')) return text.IndexOfAny(_afterWord) is var end && end < 0 ? -1 : Math.Max(1, end);
        var (at, depth) = (0, 0);
        while (text[at..].IndexOfAny(_structure) is var found && found >= 0)
        {
            at += found;
            if (text[at] == '"')
            {
                var length = LengthOfText(text[at..]);
                if (length < 0) return -1;
                at += length;
                continue;
            }

            depth += text[at++] is (byte)'{' or (byte)'[' ? 1 : -1;
            if (depth == 0) return at;
        }

        return -1;
    }

    private static int LengthOfText(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (at < text.Length)
        {
            var found = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0) return -1;
            at += found + 1;
            if (text[at - 1] == '"') return at;
            at++;
        }

        return -1;
    }

    /// <summary>A value shortened for a message.</summary>
    public static string Shown(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var cut = raw.Length > 80;
        return Encoding.UTF8.GetString(cut ? raw[..80] : raw).ReplaceLineEndings(" ") + (cut ? "…" : "");
    }
}
