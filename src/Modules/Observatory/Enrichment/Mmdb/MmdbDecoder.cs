using System.Buffers.Binary;
using System.Text;

namespace Noroshi.Observatory.Enrichment;

/// <summary>Walks values of a MaxMind DB data section. Every read is bounded: by the section, by depth and by a budget of values.</summary>
/// <remarks>Format: MaxMind DB 2.0. A file that is not well formed ends in <see cref="FormatException"/>, never in a read outside it.</remarks>
internal ref struct MmdbDecoder(ReadOnlySpan<byte> section)
{
    /// <summary>Real records hold some hundred values; a file that makes us read more is malicious.</summary>
    private const int MostValues = 20_000;

    private const int Deepest = 24;

    private readonly ReadOnlySpan<byte> section = section;
    private int budget = MostValues;

    /// <summary>Finds a value by its path of map keys from the value at <paramref name="offset"/>; false when there is no such key.</summary>
    public bool TryFind(int offset, scoped ReadOnlySpan<string> path, out MmdbValue value)
    {
        value = Head(offset, out var next);
        foreach (var key in path)
        {
            if (value.Kind != MmdbKind.Map) return false;
            var found = false;
            for (var left = value.Length; left > 0; left--)
            {
                // A key may be a pointer to a key written elsewhere: what follows it follows the pointer.
                var name = Control(next, out var afterKey);
                if (name.Kind == MmdbKind.Pointer) name = Control(name.Offset, out _);
                if (name.Kind != MmdbKind.Text) throw new FormatException("a map key is not text");
                var content = Head(afterKey, out var inner);
                if (Matches(name, key))
                {
                    (value, next, found) = (content, inner, true);
                    break;
                }

                next = Skip(afterKey, 0);
            }

            if (!found) return false;
        }

        return true;
    }

    /// <summary>The bytes of a text value as a string.</summary>
    public readonly string Text(MmdbValue value) =>
        value.Kind == MmdbKind.Text ? Encoding.UTF8.GetString(section.Slice(value.Offset, value.Length)) : throw new FormatException("text was expected");

    /// <summary>An unsigned number of up to 64 bits.</summary>
    public readonly ulong Number(MmdbValue value)
    {
        if (value.Kind != MmdbKind.Unsigned || value.Length > 8) throw new FormatException("an unsigned number was expected");
        ulong number = 0;
        foreach (var part in section.Slice(value.Offset, value.Length)) number = (number << 8) | part;
        return number;
    }

    private readonly bool Matches(MmdbValue name, string key)
    {
        if (name.Length != key.Length) return false;
        for (var i = 0; i < key.Length; i++)
        {
            if (section[name.Offset + i] != key[i]) return false;
        }

        return true;
    }

    /// <summary>The value at an offset, pointer followed; <paramref name="next"/> is where its content starts (maps, arrays) or what follows it.</summary>
    private MmdbValue Head(int offset, out int next)
    {
        var value = Control(offset, out next);
        if (value.Kind != MmdbKind.Pointer) return value;
        value = Control(value.Offset, out next);
        return value.Kind == MmdbKind.Pointer ? throw new FormatException("a pointer leads to a pointer") : value;
    }

    /// <summary>Where the value at an offset ends.</summary>
    private int Skip(int offset, int depth)
    {
        if (depth > Deepest) throw new FormatException("values are nested too deeply");
        var value = Control(offset, out var next);
        var parts = value.Kind switch
        {
            MmdbKind.Map => (long)value.Length * 2,
            MmdbKind.Array => value.Length,
            _ => 0,
        };
        for (; parts > 0; parts--) next = Skip(next, depth + 1);
        return next;
    }

    private MmdbValue Control(int offset, out int next)
    {
        if (--budget < 0) throw new FormatException("a record holds too many values");
        var control = Byte(offset);
        next = offset + 1;
        var type = control >> 5;
        if (type == 1) return Pointer(control, ref next);
        if (type == 0) type = 7 + Byte(next++);

        var size = control & 31;
        if (size >= 29)
        {
            var extra = size - 28;
            var more = 0;
            for (var i = 0; i < extra; i++) more = (more << 8) | Byte(next++);
            size = more + (extra == 1 ? 29 : extra == 2 ? 285 : 65_821);
        }

        var kind = type switch
        {
            2 => MmdbKind.Text,
            5 or 6 or 9 or 10 => MmdbKind.Unsigned,
            7 => MmdbKind.Map,
            11 => MmdbKind.Array,
            3 or 4 or 8 or 15 => MmdbKind.Other,
            14 => MmdbKind.Boolean,
            _ => throw new FormatException($"value type {type} is not known"),
        };
        var value = new MmdbValue(kind, next, size);
        if (kind is MmdbKind.Text or MmdbKind.Unsigned or MmdbKind.Other)
        {
            if (size > section.Length - next) throw new FormatException("a value runs past the end");
            next += size;
        }

        return value;
    }

    private readonly MmdbValue Pointer(int control, ref int next)
    {
        var width = ((control >> 3) & 3) + 1;
        if (width > section.Length - next) throw new FormatException("a pointer runs past the end");
        Span<byte> bytes = stackalloc byte[8];
        bytes.Clear();
        section.Slice(next, width).CopyTo(bytes[(8 - width)..]);
        if (width < 4) bytes[8 - width - 1] = (byte)(control & 7);
        var target = BinaryPrimitives.ReadInt64BigEndian(bytes) + (width == 2 ? 2048 : width == 3 ? 526_336 : 0);
        if (target >= section.Length) throw new FormatException("a pointer leads past the end");
        next += width;
        return new MmdbValue(MmdbKind.Pointer, (int)target, 0);
    }

    private readonly int Byte(int offset) =>
        (uint)offset < (uint)section.Length ? section[offset] : throw new FormatException("a value runs past the end");
}
