using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads Zeek's conn.log as tab-separated text, by its own header lines.</summary>
internal static class ZeekTsvReader
{
    public static void Read<TSink>(InputWindow input, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var lines = new TextLines(input, tally);
        var columns = new ZeekColumns();
        Span<int> ends = stackalloc int[ZeekColumns.Limit];
        var observed = new ObservedEvent { Unit = CountingUnit.Flow };
        while (lines.Next(out var line))
        {
            if (line.IsEmpty) continue;
            if (line[0] == '#')
            {
                columns.Take(line);
                if (line.StartsWith("#fields"u8) && !columns.AreKnown)
                {
                    throw new UnreadableInputException($"Line {lines.Number}: the #fields line lacks ts, id.orig_h, id.resp_h, id.resp_p or proto, so this is not a conn.log. Give Zeek's conn.log.");
                }

                continue;
            }

            if (!columns.AreKnown)
            {
                throw new UnreadableInputException($"Line {lines.Number}: a record comes before any #fields line. Give the log with its header lines (zeek-cut needs -c), or read it as CSV with --mapping.");
            }

            var problem = ReadLine(line, columns, ends, ref observed);
            if (problem is not null)
            {
                tally.RejectLine(problem, lines.Number);
                continue;
            }

            tally.Count(CountingUnit.Flow, observed.TimeMicros);
            sink.Add(in observed);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static string? ReadLine(ReadOnlySpan<byte> line, ZeekColumns columns, Span<int> ends, ref ObservedEvent observed)
    {
        var count = FindEnds(line, columns.Separator, ends, columns.Last);
        if (count <= columns.Last) return "fewer columns than #fields names";
        if (!TimeText.TryReadEpochSeconds(Field(line, ends, columns.Time), out observed.TimeMicros)) return "ts unreadable";
        if (!AddressText.TryRead(line, Start(ends, columns.Source), ends[columns.Source], out observed.Source)) return "id.orig_h unreadable";
        if (!AddressText.TryRead(line, Start(ends, columns.Target), ends[columns.Target], out observed.Target)) return "id.resp_h unreadable";
        if (!ProtocolText.TryRead(Field(line, ends, columns.Protocol), observed.Source.IsIPv4, out observed.Protocol)) return "proto unknown";
        observed.SourcePort = observed.TargetPort = 0;
        // Zeek writes the type and code of ICMP where the ports of others are.
        if (ProtocolText.HasPorts(observed.Protocol))
        {
            if (!NumberText.TryReadPort(Field(line, ends, columns.TargetPort), out observed.TargetPort)) return "id.resp_p unreadable";
            if (columns.SourcePort >= 0 && !NumberText.TryReadPort(Field(line, ends, columns.SourcePort), out observed.SourcePort)) return "id.orig_p unreadable";
        }

        observed.Class = columns.State < 0 ? TrafficClass.Other : ZeekState.Class(Field(line, ends, columns.State));
        if (!TryCount(line, ends, columns.Packets, columns.Unset, out var packets)) return "orig_pkts unreadable";
        if (!TryCount(line, ends, columns.Bytes, columns.Unset, out observed.Bytes)) return "orig_ip_bytes unreadable";
        observed.Packets = (uint)Math.Min(packets, uint.MaxValue);
        return null;
    }

    private static bool TryCount(ReadOnlySpan<byte> line, Span<int> ends, int column, byte[] unset, out ulong value)
    {
        value = 0;
        if (column < 0) return true;
        var field = Field(line, ends, column);
        return NumberText.TryReadUnsigned(field, out value) || field.SequenceEqual(unset) || field.IsEmpty;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> line, Span<int> ends, int column) => line[Start(ends, column)..ends[column]];

    private static int Start(Span<int> ends, int column) => column == 0 ? 0 : ends[column - 1] + 1;

    /// <summary>Finds where each column ends, 32 bytes at a time, up to the last that matters; returns how many were found.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FindEnds(ReadOnlySpan<byte> line, byte separator, Span<int> ends, int last)
    {
        var found = 0;
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var wanted = Vector256.Create(separator);
            ref var start = ref MemoryMarshal.GetReference(line);
            for (; at <= line.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
            {
                var mask = Vector256.Equals(Vector256.LoadUnsafe(ref start, (nuint)at), wanted).ExtractMostSignificantBits();
                for (; mask != 0; mask &= mask - 1)
                {
                    ends[found++] = at + BitOperations.TrailingZeroCount(mask);
                    if (found > last) return found;
                }
            }
        }

        for (; at < line.Length; at++)
        {
            if (line[at] != separator) continue;
            ends[found++] = at;
            if (found > last) return found;
        }

        ends[found++] = line.Length;
        return found;
    }
}
