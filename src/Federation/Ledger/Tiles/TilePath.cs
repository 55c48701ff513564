using System.Globalization;
using System.Text;

namespace Noroshi.Federation.Ledger;

/// <summary>The place of a tile in the layout of C2SP tlog-tiles: <c>0/x001/x234/067</c>, <c>entries/003.p/12</c>.</summary>
/// <param name="Level">Level of a hash tile, 0 to 63; null for a bundle of entries.</param>
/// <param name="Index">The tile, from 0.</param>
/// <param name="Width">How many hashes or entries it holds; 256 when full.</param>
internal readonly record struct TilePath(int? Level, long Index, int Width)
{
    private const int HighestLevel = 63;
    private const string Entries = "entries";

    /// <summary>True for a tile that will never change.</summary>
    internal bool IsFull => Width == TreeEdge.Width;

    /// <summary>Index of the first leaf or hash of its level that it holds.</summary>
    internal long Start => Index * TreeEdge.Width;

    /// <summary>The index in groups of three digits, all but the last marked by <c>x</c>.</summary>
    internal static string Number(long index)
    {
        var text = (index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (var rest = index / 1000; rest > 0; rest /= 1000) text = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{text}");
        return text;
    }

    /// <summary>Reads a path strictly: one way of writing each tile, nothing beside it.</summary>
    /// <param name="level">A level, or <c>entries</c>.</param>
    /// <param name="path">The rest, without a leading slash.</param>
    /// <param name="tile">What was read.</param>
    internal static bool TryParse(string level, string path, out TilePath tile)
    {
        tile = default;
        int? height = null;
        if (level != Entries)
        {
            if (!Digits(level, 2, out var read) || read > HighestLevel) return false;
            height = (int)read;
        }

        var parts = path.Split('/');
        var width = TreeEdge.Width;
        var last = parts.Length - 1;
        if (last > 0 && parts[last - 1].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!Digits(parts[last], 3, out var read) || read is 0 or >= TreeEdge.Width) return false;
            width = (int)read;
            parts[--last] = parts[last][..^2];
        }

        // Six groups hold every index of a tree of 2^63 leaves.
        if (last > 5) return false;
        long index = 0;
        for (var i = 0; i <= last; i++)
        {
            var group = parts[i];
            if (i < last)
            {
                if (group.Length != 4 || group[0] != 'x') return false;
                group = group[1..];
            }

            if (group.Length != 3 || !group.All(char.IsAsciiDigit)) return false;
            index = (index * 1000) + int.Parse(group, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        tile = new TilePath(height, index, width);
        return index <= long.MaxValue / TreeEdge.Width && Number(index) == string.Join('/', parts[..(last + 1)]);
    }

    /// <summary>The path below <c>tile/</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Level?.ToString(CultureInfo.InvariantCulture) ?? Entries).Append('/').Append(Number(Index));
        return IsFull ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $".p/{Width}").ToString();
    }

    private static bool Digits(string text, int most, out long number)
    {
        number = 0;
        return text.Length > 0 && text.Length <= most && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
