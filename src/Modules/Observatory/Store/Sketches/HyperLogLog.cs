using System.Numerics;
using System.Runtime.InteropServices;
using Noroshi.Kernel;

namespace Noroshi.Observatory.Store;

/// <summary>Counts distinct addresses in bounded space; two sketches merge into the sketch of the union. Not thread safe.</summary>
/// <remarks>
/// Flajolet et al. 2007 with Ertl's 2017 estimator. Few addresses are kept as a sorted list of 26-bit buckets (practically exact);
/// from about a thousand on, 4,096 registers give a standard error of 1.04/√4096 = 1.6 %.
/// </remarks>
internal sealed class HyperLogLog
{
    private const int Precision = 12;
    private const int Registers = 1 << Precision;
    private const int SparsePrecision = 26;
    private const int RankBits = 6;
    private const int MaxRank = 64 - Precision + 1;
    private const int SparseLimit = 1024;
    private const byte SparseMark = 1;
    private const byte DenseMark = 2;

    private uint[] _sparse = [];
    private int _used;
    private bool _sorted = true;
    private byte[]? _registers;

    /// <summary>True when few enough were counted that the figure is practically exact.</summary>
    public bool IsSparse => _registers is null;

    /// <summary>A 64-bit hash of an address; the same in every store, because sketches outlive the process.</summary>
    public static ulong Hash(NetworkAddress address) => Mix(address.Low ^ Mix(address.High + 0x9E3779B97F4A7C15));

    /// <summary>Counts one address by its <see cref="Hash"/>.</summary>
    public void Add(ulong hash)
    {
        if (_registers is null)
        {
            var rank = BitOperations.LeadingZeroCount((hash << SparsePrecision) | (1UL << (SparsePrecision - 1))) + 1;
            AddSparse((uint)(hash >> (64 - SparsePrecision)) << RankBits | (uint)rank);
        }
        else
        {
            Raise(_registers, (int)(hash >> (64 - Precision)), BitOperations.LeadingZeroCount((hash << Precision) | (1UL << (Precision - 1))) + 1);
        }
    }

    /// <summary>Counts everything another sketch has counted.</summary>
    public void Merge(HyperLogLog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other._registers is { } registers) MergeDense(registers);
        else
        {
            other.Tidy();
            MergeSparse(other._sparse.AsSpan(0, other._used));
        }
    }

    /// <summary>Counts everything that a stored sketch has counted; empty bytes are an empty sketch.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a sketch.</exception>
    public void Merge(ReadOnlySpan<byte> stored)
    {
        if (stored.IsEmpty) return;
        if (stored[0] == SparseMark && stored.Length % 4 == 1) MergeSparse(MemoryMarshal.Cast<byte, uint>(stored[1..]));
        else if (stored[0] == DenseMark && stored.Length == Registers + 1) MergeDense(stored[1..]);
        else throw new InvalidDataException($"A stored sketch of {stored.Length} bytes starting with {stored[0]} is not one of ours; the store may be damaged.");
    }

    /// <summary>The stored form, little endian; its length is at most 4,097 bytes.</summary>
    public byte[] ToBytes()
    {
        Tidy();
        if (_registers is { } registers) return [DenseMark, .. registers];
        if (_used == 0) return [];
        var bytes = new byte[1 + (_used * 4)];
        bytes[0] = SparseMark;
        MemoryMarshal.AsBytes(_sparse.AsSpan(0, _used)).CopyTo(bytes.AsSpan(1));
        return bytes;
    }

    /// <summary>The number of distinct addresses counted.</summary>
    public long Estimate()
    {
        Tidy();
        if (_registers is null)
        {
            const double buckets = 1 << SparsePrecision;
            return (long)Math.Round(buckets * Math.Log(buckets / (buckets - _used)));
        }

        Span<int> histogram = stackalloc int[MaxRank + 1];
        foreach (var rank in _registers) histogram[rank]++;
        const double m = Registers;
        var z = m * Tau(1 - (histogram[MaxRank] / m));
        for (var k = MaxRank - 1; k >= 1; k--) z = 0.5 * (z + histogram[k]);
        z += m * Sigma(histogram[0] / m);
        return (long)Math.Round(m / (2 * Math.Log(2)) * m / z);
    }

    private static double Sigma(double x)
    {
        if (x >= 1) return double.PositiveInfinity;
        double y = 1, z = x, before;
        do
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }
        while (z > before);
        return z;
    }

    private static double Tau(double x)
    {
        if (x is <= 0 or >= 1) return 0;
        double y = 1, z = 1 - x, before;
        do
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }
        while (z < before);
        return z / 3;
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }

    private static void Raise(byte[] registers, int index, int rank)
    {
        if (registers[index] < rank) registers[index] = (byte)rank;
    }

    private static void RaiseSparse(byte[] registers, uint entry)
    {
        const int between = SparsePrecision - Precision;
        var bucket = entry >> RankBits;
        var rest = bucket & ((1u << between) - 1);
        var rank = rest == 0 ? between + (int)(entry & 63) : BitOperations.LeadingZeroCount(rest) - (32 - between) + 1;
        Raise(registers, (int)(bucket >> between), Math.Min(rank, MaxRank));
    }

    private void AddSparse(uint entry)
    {
        // The same source comes many times in a row.
        if (_used > 0 && _sparse[_used - 1] == entry) return;
        if (_used == _sparse.Length && !MakeRoom())
        {
            RaiseSparse(_registers!, entry);
            return;
        }

        _sorted = _sorted && (_used == 0 || entry >> RankBits > _sparse[_used - 1] >> RankBits);
        _sparse[_used++] = entry;
    }

    private bool MakeRoom()
    {
        Tidy();
        if (_used <= _sparse.Length * 3 / 4 && _sparse.Length > 0) return true;
        if (_sparse.Length >= SparseLimit)
        {
            Densify();
            return false;
        }

        Array.Resize(ref _sparse, Math.Max(4, _sparse.Length * 2));
        return true;
    }

    // Sorts, and keeps the highest rank of each bucket.
    private void Tidy()
    {
        if (_sorted || _registers is not null) return;
        var span = _sparse.AsSpan(0, _used);
        span.Sort();
        var kept = 0;
        for (var i = 1; i < span.Length; i++)
        {
            if (span[i] >> RankBits != span[kept] >> RankBits) kept++;
            span[kept] = span[i];
        }

        _used = kept + 1;
        _sorted = true;
    }

    private byte[] Densify()
    {
        if (_registers is { } already) return already;
        var registers = new byte[Registers];
        foreach (var entry in _sparse.AsSpan(0, _used)) RaiseSparse(registers, entry);
        _sparse = [];
        _used = 0;
        return _registers = registers;
    }

    // Entries come sorted by bucket, as they are stored: two sorted lists merge in one pass, where adding one by one would sort again and again.
    private void MergeSparse(ReadOnlySpan<uint> entries)
    {
        Tidy();
        if (_registers is null && _used + entries.Length > SparseLimit && Union(_sparse.AsSpan(0, _used), entries, default) > SparseLimit) Densify();
        if (_registers is { } registers)
        {
            foreach (var entry in entries) RaiseSparse(registers, entry);
            return;
        }

        var merged = new uint[Math.Min(SparseLimit, (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, _used + entries.Length)))];
        _used = Union(_sparse.AsSpan(0, _used), entries, merged);
        _sparse = merged;
    }

    /// <summary>Distinct buckets of two sorted lists, written with the higher rank where there is room to write.</summary>
    private static int Union(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, Span<uint> into)
    {
        var (i, j, count) = (0, 0, 0);
        while (i < a.Length || j < b.Length)
        {
            uint next;
            if (j == b.Length || (i < a.Length && a[i] >> RankBits < b[j] >> RankBits)) next = a[i++];
            else if (i == a.Length || a[i] >> RankBits > b[j] >> RankBits) next = b[j++];
            else next = Math.Max(a[i++], b[j++]);
            if (!into.IsEmpty) into[count] = next;
            count++;
        }

        return count;
    }

    private void MergeDense(ReadOnlySpan<byte> other)
    {
        var mine = Densify();
        // A damaged register must not break the estimate.
        var most = new Vector<byte>(MaxRank);
        for (var i = 0; i < Registers; i += Vector<byte>.Count)
            Vector.Min(most, Vector.Max(new Vector<byte>(mine, i), new Vector<byte>(other[i..]))).CopyTo(mine, i);
    }
}
