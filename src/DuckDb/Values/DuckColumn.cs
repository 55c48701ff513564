using System.Runtime.CompilerServices;
using System.Text;

namespace Noroshi.DuckDb;

/// <summary>One column of a block of rows, read in place; valid until the block is left.</summary>
public readonly unsafe ref struct DuckColumn
{
    private const int Inlined = 12;
    private readonly void* _data;
    private readonly ulong* _validity;
    private readonly int _rows;

    internal DuckColumn(nint vector, int rows, DuckDbType type)
    {
        _data = NativeMethods.VectorData(vector);
        _validity = NativeMethods.VectorValidity(vector);
        _rows = rows;
        Type = type;
    }

    /// <summary>The column's type.</summary>
    public DuckDbType Type { get; }

    /// <summary>True where the row holds no value; its place in <see cref="Values{T}"/> is then meaningless.</summary>
    public bool IsNull(int row) => _validity is not null && (_validity[Checked(row) >> 6] & (1UL << (row & 63))) == 0;

    /// <summary>All values of a fixed-width column.</summary>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> is not as wide as the column's values.</exception>
    public ReadOnlySpan<T> Values<T>()
        where T : unmanaged
    {
        if (DuckWidth.Of(Type) != Unsafe.SizeOf<T>()) throw new InvalidOperationException($"A {Type} column is not read as {typeof(T).Name}.");
        return new ReadOnlySpan<T>(_data, _rows);
    }

    /// <summary>The bytes of a VARCHAR (UTF-8) or BLOB value.</summary>
    public ReadOnlySpan<byte> Bytes(int row)
    {
        if (Type is not (DuckDbType.Varchar or DuckDbType.Blob)) throw new InvalidOperationException($"A {Type} column holds no bytes.");
        var at = (byte*)_data + ((long)Checked(row) * 16);
        var length = *(int*)at;
        return length <= Inlined ? new ReadOnlySpan<byte>(at + 4, length) : new ReadOnlySpan<byte>(*(byte**)(at + 8), length);
    }

    /// <summary>A VARCHAR value, or null.</summary>
    public string? Text(int row) => IsNull(row) ? null : Encoding.UTF8.GetString(Bytes(row));

    private int Checked(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_rows, nameof(row));
        return row;
    }
}
