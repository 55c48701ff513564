using System.Text;

namespace Noroshi.Observatory.Reading;

/// <summary>Gives each distinct text of an input a small number. Bounded: what comes after the limit is called <see cref="Other"/>.</summary>
internal sealed class TagTable
{
    /// <summary>The text of everything beyond the limit.</summary>
    public const string Other = "(other)";

    private const int Limit = 50_000;
    private const int LongestText = 512;

    private readonly List<string> texts = [string.Empty];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal) { [string.Empty] = 0 };
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private byte[] lastBytes = [];
    private int lastNumber;

    public TagTable() => lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<string> Texts => texts;

    /// <summary>The number of a UTF-8 text (cut at 512 bytes, control characters made spaces).</summary>
    public int Number(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText) utf8 = utf8[..LongestText];
        if (utf8.SequenceEqual(lastBytes)) return lastNumber;
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

        lastBytes = utf8.ToArray();
        lastNumber = number;
        return number;
    }
}
