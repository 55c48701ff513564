using System.Text;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Names of autonomous systems, kept as they lie in the file and decoded when asked for.</summary>
internal sealed class AsnNames
{
    private AsnNames(uint[] numbers, int[] ends, byte[] text)
    {
        Numbers = numbers;
        Ends = ends;
        Text = text;
    }

    /// <summary>No names.</summary>
    public static AsnNames Empty { get; } = new([], [], []);

    /// <summary>Numbers, ascending.</summary>
    public uint[] Numbers { get; }

    /// <summary>End of each name in <see cref="Text"/>.</summary>
    public int[] Ends { get; }

    /// <summary>All names one after another, UTF-8.</summary>
    public byte[] Text { get; }

    public static AsnNames From(IReadOnlyDictionary<uint, string> names)
    {
        var numbers = names.Keys.Order().ToArray();
        var ends = new int[numbers.Length];
        using var text = new MemoryStream();
        for (var i = 0; i < numbers.Length; i++)
        {
            text.Write(Encoding.UTF8.GetBytes(names[numbers[i]]));
            ends[i] = (int)text.Length;
        }

        return new AsnNames(numbers, ends, text.ToArray());
    }

    /// <summary>Takes arrays read from a file; null when they do not fit together.</summary>
    public static AsnNames? FromArrays(uint[] numbers, int[] ends, byte[] text)
    {
        if (numbers.Length != ends.Length || (ends.Length == 0 ? 0 : ends[^1]) != text.Length) return null;
        for (var i = 0; i < ends.Length; i++)
        {
            if (ends[i] < (i == 0 ? 0 : ends[i - 1]) || (i > 0 && numbers[i] <= numbers[i - 1])) return null;
        }

        return new AsnNames(numbers, ends, text);
    }

    /// <summary>The name, or null.</summary>
    public string? Find(uint asn)
    {
        var at = Array.BinarySearch(Numbers, asn);
        if (at < 0) return null;
        var start = at == 0 ? 0 : Ends[at - 1];
        return Encoding.UTF8.GetString(Text, start, Ends[at] - start);
    }
}
