using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Noroshi.Stix;

/// <summary>JSON in its canonical form (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them.</summary>
public static class CanonicalJson
{
    private static readonly SearchValues<char> _escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), '"', '\\']);

    /// <summary>The canonical UTF-8 of a value.</summary>
    /// <exception cref="InvalidOperationException">A string in it is not Unicode.</exception>
    public static byte[] Bytes(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>(256);
        Write(value, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes the canonical UTF-8 of a value.</summary>
    /// <exception cref="InvalidOperationException">A string in it is not Unicode.</exception>
    public static void Write(JsonElement value, IBufferWriter<byte> output)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value.EnumerateObject().Select(member => (member.Name, member.Value)), output);
                break;
            case JsonValueKind.Array:
                output.Write("["u8);
                var first = true;
                foreach (var item in value.EnumerateArray())
                {
                    if (!first) output.Write(","u8);
                    first = false;
                    Write(item, output);
                }

                output.Write("]"u8);
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, output);
                break;
            case JsonValueKind.Number:
                Encoding.ASCII.GetBytes(Number(value.GetDouble()), output);
                break;
            default:
                output.Write(value.ValueKind switch { JsonValueKind.True => "true"u8, JsonValueKind.False => "false"u8, _ => "null"u8 });
                break;
        }
    }

    internal static void WriteObject(IEnumerable<(string Name, JsonElement Value)> members, IBufferWriter<byte> output)
    {
        output.Write("{"u8);
        var first = true;
        foreach (var (name, member) in members.OrderBy(member => member.Name, StringComparer.Ordinal))
        {
            if (!first) output.Write(","u8);
            first = false;
            WriteText(name, output);
            output.Write(":"u8);
            Write(member, output);
        }

        output.Write("}"u8);
    }

    /// <summary>A number as ECMAScript's Number::toString writes it; .NET finds the same shortest digits and lays them out otherwise.</summary>
    internal static string Number(double value)
    {
        if (value == 0) return "0";
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var digits = (mark < 0 ? shortest : shortest[..mark]).Replace(".", "", StringComparison.Ordinal).Trim('0');
        var exponent = mark >= 0 ? int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : FirstDigit(shortest);
        var sign = value < 0 ? "-" : "";
        if (exponent is >= 21 or < -6)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
        }

        if (exponent < 0) return sign + "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1 ? sign + digits.PadRight(exponent + 1, '0') : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    // The power of ten of the first digit that is not zero.
    private static int FirstDigit(string plain)
    {
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return plain[0] != '0' ? (point < 0 ? plain.Length : point) - 1 : -plain.AsSpan(2).IndexOfAnyExcept('0') - 1;
    }

    private static void WriteText(string text, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var at = rest.IndexOfAny(_escaped);
            Encoding.UTF8.GetBytes(at < 0 ? rest : rest[..at], output);
            if (at < 0) break;
            Encoding.ASCII.GetBytes(Escape(rest[at]), output);
            rest = rest[(at + 1)..];
        }

        output.Write("\""u8);
    }

    private static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
