using System.Buffers.Binary;
using System.Text;

namespace Noroshi.Observatory.Reading;

/// <summary>Gives each distinct text of an input a small number. Bounded: what comes after the limit is called <see cref="Other"/>.</summary>
internal sealed class TagTable
{
    /// <summary>The text of everything beyond the limit.</summary>
    public const string Other = "(other)";

    private const int Limit = 50_000;
    private const int LongestText = 512;
    private const int RecentTexts = 4096;

    private readonly List<string> texts = [string.Empty];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [string.Empty] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly (byte[] Text, int Number)[] recent = new (byte[], int)[RecentTexts];

    public TagTable() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a UTF-8 text (cut at 512 bytes, control characters made spaces).</summary>
    public int Number(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText) utf8 = utf8[..LongestText];
        ref var known = ref recent[Place(utf8)];
        if (known.Text is not null && utf8.SequenceEqual(known.Text)) return known.Number;
        Span<char> chars = stackalloc char[LongestText];
        var text = chars[..Encoding.UTF8.GetChars(utf8, chars)];
        foreach (ref var c in text)
        {
            if (char.IsControl(c)) c = ' ';
        }

        text = text.Trim();
        if (!lookup.TryGetValue(text, out var number))
        {
            var kept = texts.Count < Limit ? text.ToString() : Other;
            if (!numbers.TryGetValue(kept, out number))
            {
                number = texts.Count;
                texts.Add(kept);
                numbers.Add(kept, number);
            }
        }

        known = (utf8.ToArray(), number);
        return number;
    }

    /// <summary>Where a text is remembered: its length and last bytes tell most signatures apart.</summary>
    private static int Place(ReadOnlySpan<byte> utf8)
    {
        var end = utf8.Length < sizeof(ulong) ? (ulong)utf8.Length : BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
        return (int)(((end ^ ((ulong)utf8.Length << 56)) * 0x9E3779B97F4A7C15) >> 52);
    }
}
