using System.Text;

namespace Noroshi.Capacity.Iati.Standard;

/// <summary>The names of elements and attributes of the standard as small numbers, found straight from bytes.</summary>
internal sealed class NameTable
{
    private const int Slots = 1024;
    private readonly short[] _slots = new short[Slots];
    private readonly List<byte[]> _names = [[]];

    /// <summary>How many numbers there are; 0 is no name.</summary>
    internal int Count => _names.Count;

    /// <summary>The number of a name, a new one where it had none.</summary>
    internal int Add(string name)
    {
        var bytes = Encoding.ASCII.GetBytes(name);
        if (Find(bytes) is > 0 and var known) return known;
        _names.Add(bytes);
        var slot = SlotOf(bytes);
        while (_slots[slot] != 0) slot = (slot + 1) % Slots;
        _slots[slot] = (short)(_names.Count - 1);
        return _names.Count - 1;
    }

    /// <summary>The number of a name; 0 where the standard does not have it.</summary>
    internal int Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty) return 0;
        for (var slot = SlotOf(name); _slots[slot] is not 0 and var number; slot = (slot + 1) % Slots)
        {
            if (name.SequenceEqual(_names[number])) return number;
        }

        return 0;
    }

    /// <summary>The name of a number.</summary>
    internal string NameOf(int number) => Encoding.ASCII.GetString(_names[number]);

    private static int SlotOf(ReadOnlySpan<byte> name) => (((((name.Length * 31) + name[0]) * 31) + name[name.Length / 2]) * 31 + name[^1]) & (Slots - 1);
}
