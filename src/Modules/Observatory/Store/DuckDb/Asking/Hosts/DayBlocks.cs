using System.Globalization;

namespace Noroshi.Observatory.Store.DuckDb;

/// <summary>Days in blocks of 32, a bit for each: lists of hosts hold a row per block instead of a row per day.</summary>
internal static class DayBlocks
{
    internal const int Days = 32;
    internal const long Width = Days * Span.Day;

    /// <summary>The block of a row, and the bit of its day, over a column <c>minute</c>.</summary>
    internal static readonly string Block = string.Create(CultureInfo.InvariantCulture, $"(epoch_us(minute) // {Width})::USMALLINT");
    internal static readonly string Day = string.Create(CultureInfo.InvariantCulture, $"(1::UBIGINT << ((epoch_us(minute) // {Span.Day}) % {Days})::UBIGINT)::UINTEGER");

    internal static int Of(long micros) => (int)(micros / Width);

    /// <summary>Bits of the days of a stretch that lie within a block.</summary>
    internal static uint Mask(Span days, int block)
    {
        var from = (int)Math.Clamp((days.From / Span.Day) - ((long)block * Days), 0, Days);
        var to = (int)Math.Clamp((days.To / Span.Day) - ((long)block * Days), 0, Days);
        return from >= to ? 0 : (uint)(((1UL << to) - 1) & ~((1UL << from) - 1));
    }

    /// <summary>Rows of the blocks that a stretch of whole days touches.</summary>
    internal static string Near(Span days) => string.Create(CultureInfo.InvariantCulture, $"block BETWEEN {Of(days.From)} AND {Of(days.To - 1)}");

    /// <summary>Rows seen on a day of a stretch of whole days.</summary>
    internal static string Seen(Span days)
    {
        var (first, last) = (Of(days.From), Of(days.To - 1));
        var parts = new List<string> { Near(days) };
        foreach (var block in new[] { first, last }.Distinct())
        {
            var mask = Mask(days, block);
            if (mask != uint.MaxValue) parts.Add(string.Create(CultureInfo.InvariantCulture, $"(block <> {block} OR days & {mask}::UINTEGER <> 0)"));
        }

        return string.Join(" AND ", parts);
    }
}
