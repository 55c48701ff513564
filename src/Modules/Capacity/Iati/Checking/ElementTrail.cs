using System.Globalization;
using System.Text;
using Noroshi.Capacity.Iati.Standard;
using Noroshi.Capacity.Iati.Xml;

namespace Noroshi.Capacity.Iati.Checking;

/// <summary>The open elements: what each may hold, how far it got, and how it is called in a message.</summary>
internal sealed class ElementTrail(Utf8Xml xml)
{
    private const int MostChildren = 40;
    private readonly Frame[] _frames = new Frame[Utf8Xml.Deepest + 1];
    private readonly int[] _counts = new int[(Utf8Xml.Deepest + 1) * MostChildren];

    internal struct Frame
    {
        internal ElementType Type;

        /// <summary>How far the order of the children got.</summary>
        internal int Place;

        /// <summary>The how-manieth of its name; 0 where only one can be.</summary>
        internal int Ordinal;

        internal int Line;
    }

    internal ref Frame this[int depth] => ref _frames[depth];

    /// <summary>How often each child of an open element was there, in the order of <see cref="ElementType.Children"/>.</summary>
    internal Span<int> Counts(int depth) => _counts.AsSpan(depth * MostChildren, MostChildren);

    /// <summary>Notes an element that was opened.</summary>
    internal void Enter(int depth, ElementType type, int ordinal, int line)
    {
        _frames[depth] = new Frame { Type = type, Ordinal = ordinal, Line = line };
        if (type.Children.Length > 0) _counts.AsSpan(depth * MostChildren, type.Children.Length).Clear();
    }

    /// <summary>The path of an open element.</summary>
    internal string PathOf(int depth)
    {
        var path = new StringBuilder();
        for (var at = 1; at <= depth; at++)
        {
            path.Append('/').Append(Encoding.UTF8.GetString(xml.NameAt(at)));
            if (_frames[at].Ordinal > 0) path.Append(CultureInfo.InvariantCulture, $"[{_frames[at].Ordinal}]");
        }

        return path.ToString();
    }
}
