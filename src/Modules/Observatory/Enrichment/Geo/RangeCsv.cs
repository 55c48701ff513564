using System.Buffers.Text;
using System.Text;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Reads range files whose addresses are decimal numbers: <c>first,last,country</c> and <c>first,last,asn,name</c>.</summary>
internal static class RangeCsv
{
    private const int LargestFile = 1 << 30;

    public static void ReadCountries(string path, bool isIPv4, List<AddressRange> into) =>
        Read(path, isIPv4, (first, last, rest) =>
        {
            // The registries write ZZ (and now and then a blank) for "not known".
            if (rest.Length != 2 || !CountryCode.TryParse([(char)rest[0], (char)rest[1]], out var country)) return rest.Length == 0;
            if (country.ToString() != "ZZ") into.Add(new AddressRange(first, last, country.Packed));
            return true;
        });

    public static void ReadNetworks(string path, bool isIPv4, List<AddressRange> into, Dictionary<uint, string> names) =>
        Read(path, isIPv4, (first, last, rest) =>
        {
            if (!Utf8Parser.TryParse(rest, out uint asn, out var used)) return false;
            if (used < rest.Length && rest[used] != ',') return false;
            into.Add(new AddressRange(first, last, asn));
            if (used + 1 < rest.Length && !names.ContainsKey(asn)) names.Add(asn, Unquote(rest[(used + 1)..]));
            return true;
        });

    private static void Read(string path, bool isIPv4, RowReader row)
    {
        var content = Content(path);
        var left = content.AsSpan();
        var origin = isIPv4 ? AddressValue.FirstIPv4 : UInt128.Zero;
        var limit = isIPv4 ? (UInt128)uint.MaxValue : UInt128.MaxValue;
        for (var line = 1; !left.IsEmpty; line++)
        {
            var end = left.IndexOf((byte)'\n');
            var text = (end < 0 ? left : left[..end]).TrimEnd((byte)'\r');
            left = end < 0 ? default : left[(end + 1)..];
            if (text.IsEmpty) continue;
            if (!TryNumber(ref text, out var first) || !TryNumber(ref text, out var last) || last > limit || first > last
                || !row(origin + first, origin + last, text))
            {
                throw new EnrichmentFileException($"{path}, line {line}: not a range row. The file is damaged or of another format; restore the packages again.");
            }
        }
    }

    private static byte[] Content(string path)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile) throw new EnrichmentFileException($"{path} is larger than 1 GiB, which range data never is.");
            return File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new EnrichmentFileException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    private static bool TryNumber(ref Span<byte> text, out UInt128 number)
    {
        // Two halves of at most 19 digits: 128-bit arithmetic per digit would be the whole cost of compiling.
        ulong head = 0, tail = 0, scale = 1;
        number = 0;
        var digits = 0;
        for (; digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9'; digits++)
        {
            if (digits < 19) head = (head * 10) + (ulong)(text[digits] - '0');
            else if (digits < 38) (tail, scale) = ((tail * 10) + (ulong)(text[digits] - '0'), scale * 10);
            else if (digits == 38) break;
        }

        number = ((UInt128)head * scale) + tail;
        if (digits == 38 && digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9')
        {
            var digit = (UInt128)(text[digits] - '0');
            if (number > (UInt128.MaxValue - digit) / 10) return false;
            number = (number * 10) + digit;
            digits++;
        }

        if (digits == 0 || digits >= text.Length || text[digits] != ',') return false;
        text = text[(digits + 1)..];
        return true;
    }

    private static string Unquote(ReadOnlySpan<byte> text)
    {
        var name = Encoding.UTF8.GetString(text);
        return name is ['"', .., '"'] ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;
    }

    private delegate bool RowReader(UInt128 first, UInt128 last, ReadOnlySpan<byte> rest);
}
