using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>
/// Reads an EVE line of the usual shape without a JSON reader: walks the top-level names in order, and stops as soon as all that
/// matters is known. Whatever is unusual is left to <see cref="EveJson"/>, so that the two never differ on a good line.
/// </summary>
internal static class EveScan
{
    private const int TimeStart = 14;

    /// <summary>False when the line is not of the usual shape; then nothing is known of it yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<byte> line, ref RecentMinute minute, out EveRecord record)
    {
        record = default;
        if (line.Length < 64 || line[^1] != '}' || !line.StartsWith("{\"timestamp\":\""u8)) return false;
        var at = TimeStart;
        // The time of an event that is not read need not be readable, so this decides nothing yet.
        ReadOnlySpan<byte> time = default;
        var hasTime = minute.TryRead(line, ref at, out var micros);
        if (!hasTime && !TryText(line, ref at, out time)) return false;
        if (!TryFindKind(line, ref at, out var kind)) return false;
        if (kind.SequenceEqual("flow"u8)) record.Kind = EveKind.Flow;
        else if (kind.SequenceEqual("alert"u8)) record.Kind = EveKind.Alert;
        else
        {
            record.OtherKind = kind;
            return !kind.IsEmpty;
        }

        ref var observed = ref record.Observed;
        if (!hasTime)
        {
            if (!TimeText.TryReadIso(time, out micros)) return false;
            minute.Learn(line, TimeStart, time.Length, micros);
        }

        observed.TimeMicros = micros;
        return TryEnds(line, ref at, ref observed)
            && TryObject(line, at, ref record);
    }

    /// <summary>Walks to the value of event_type over names that do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryFindKind(ReadOnlySpan<byte> line, scoped ref int at, out ReadOnlySpan<byte> kind)
    {
        kind = default;
        // What Suricata writes first in nearly each line is compared whole, which is cheaper than reading names.
        if (TryPass(line, ref at, ",\"flow_id\":"u8) && !TryPassNumber(line, ref at)) return false;
        if (TryPass(line, ref at, ",\"in_iface\":\""u8) && !TryPassText(line, ref at)) return false;
        if (TryPass(line, ref at, ",\"event_type\":\""u8)) return TryText(line, ref at, out kind);
        for (var i = 0; i < 8; i++)
        {
            if (!TryName(line, ref at, out var name)) return false;
            if (name.SequenceEqual("event_type"u8))
            {
                if (line[at] != '"') return false;
                at++;
                return TryText(line, ref at, out kind);
            }

            if (!(name.SequenceEqual("flow_id"u8) || name.SequenceEqual("in_iface"u8) || name.SequenceEqual("pcap_cnt"u8)
                || name.SequenceEqual("parent_id"u8) || name.SequenceEqual("tx_id"u8) || name.SequenceEqual("community_id"u8))) return false;
            if (!TryPassScalar(line, ref at)) return false;
        }

        return false;
    }

    /// <summary>Reads <c>src_ip … proto</c>, which follow each other in every event that has addresses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryEnds(ReadOnlySpan<byte> line, scoped ref int at, ref ObservedEvent observed)
    {
        if (!TryPass(line, ref at, ",\"src_ip\":\""u8) || !TryAddress(line, ref at, out observed.Source)) return false;
        var hasSourcePort = TryPass(line, ref at, ",\"src_port\":"u8);
        if (hasSourcePort && !TryPort(line, ref at, out observed.SourcePort)) return false;
        if (!TryPass(line, ref at, ",\"dest_ip\":\""u8) || !TryAddress(line, ref at, out observed.Target)) return false;
        var hasTargetPort = TryPass(line, ref at, ",\"dest_port\":"u8);
        if (hasTargetPort && !TryPort(line, ref at, out observed.TargetPort)) return false;
        return TryPass(line, ref at, ",\"proto\":\""u8)
            && TryProtocol(line, ref at, ref observed)
            // A port may also stand further behind, where this walk does not look.
            && ((hasSourcePort && hasTargetPort) || !ProtocolText.HasPorts(observed.Protocol));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryProtocol(ReadOnlySpan<byte> line, scoped ref int at, ref ObservedEvent observed)
    {
        if (TryPass(line, ref at, "TCP\""u8))
        {
            observed.Protocol = 6;
            return true;
        }

        if (TryPass(line, ref at, "UDP\""u8))
        {
            observed.Protocol = 17;
            return true;
        }

        return TryText(line, ref at, out var protocol) && ProtocolText.TryRead(protocol, observed.Source.IsIPv4, out observed.Protocol);
    }

    /// <summary>Walks to the object that the event is named after, and takes what matters from it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryObject(ReadOnlySpan<byte> line, int at, ref EveRecord record)
    {
        if (TryPass(line, ref at, ",\"app_proto\":\""u8) && !TryPassText(line, ref at)) return false;
        if (record.Kind == EveKind.Flow && TryPass(line, ref at, ",\"flow\":"u8)) return TryFlow(line, at, ref record);
        while (TryName(line, ref at, out var name))
        {
            if (record.Kind == EveKind.Flow && name.SequenceEqual("flow"u8)) return TryFlow(line, at, ref record);
            if (record.Kind == EveKind.Alert && name.SequenceEqual("alert"u8)) return TryAlert(line, at, ref record);
            if (!(line[at] is (byte)'{' or (byte)'[' ? TryPassNested(line, ref at) : TryPassScalar(line, ref at))) return false;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryFlow(ReadOnlySpan<byte> line, int at, ref EveRecord record)
    {
        if (!TryPass(line, ref at, "{\"pkts_toserver\":"u8) || !TryNumber(line, ref at, out var packets)) return false;
        if (!TryPass(line, ref at, ",\"pkts_toclient\":"u8) || !TryNumber(line, ref at, out record.AnswerPackets)) return false;
        if (!TryPass(line, ref at, ",\"bytes_toserver\":"u8) || !TryNumber(line, ref at, out record.Observed.Bytes)) return false;
        record.Observed.Packets = (uint)Math.Min(packets, uint.MaxValue);
        record.Complete();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryAlert(ReadOnlySpan<byte> line, int at, ref EveRecord record)
    {
        if (line[at] != '{') return false;
        var usual = at;
        if (TryPassToSignature(line, ref usual))
        {
            if (!TryText(line, ref usual, out record.Signature)) return false;
            record.Complete();
            return true;
        }

        // The first name has no comma before it: step back onto the brace in its place.
        var first = true;
        while (true)
        {
            if (at + 1 >= line.Length || line[at] != (first ? '{' : ',') || line[at + 1] != '"') return false;
            first = false;
            at += 2;
            if (!TryText(line, ref at, out var name) || at + 1 >= line.Length || line[at++] != ':') return false;
            if (name.SequenceEqual("signature"u8))
            {
                if (line[at++] != '"' || !TryText(line, ref at, out record.Signature)) return false;
                record.Complete();
                return true;
            }

            if (!(line[at] is (byte)'{' or (byte)'[' ? TryPassNested(line, ref at) : TryPassScalar(line, ref at))) return false;
        }
    }

    /// <summary>Passes what Suricata writes before an alert's signature; another order is no error, but takes reading the names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPassToSignature(ReadOnlySpan<byte> line, scoped ref int at) =>
        TryPass(line, ref at, "{\"action\":\""u8) && TryPassText(line, ref at)
        && TryPass(line, ref at, ",\"gid\":"u8) && TryPassNumber(line, ref at)
        && TryPass(line, ref at, ",\"signature_id\":"u8) && TryPassNumber(line, ref at)
        && TryPass(line, ref at, ",\"rev\":"u8) && TryPassNumber(line, ref at)
        && TryPass(line, ref at, ",\"signature\":\""u8);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPass(ReadOnlySpan<byte> line, scoped ref int at, ReadOnlySpan<byte> text)
    {
        if (!line[at..].StartsWith(text)) return false;
        at += text.Length;
        return at < line.Length;
    }

    /// <summary>Reads <c>,"name":</c> and stands on the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryName(ReadOnlySpan<byte> line, scoped ref int at, out ReadOnlySpan<byte> name)
    {
        name = default;
        if (at + 1 >= line.Length || line[at] != ',' || line[at + 1] != '"') return false;
        at += 2;
        return TryText(line, ref at, out name) && at + 1 < line.Length && line[at++] == ':';
    }

    /// <summary>Reads to the closing quotation mark and passes it; escapes and bytes beyond ASCII are left to the JSON reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryText(ReadOnlySpan<byte> line, scoped ref int at, out ReadOnlySpan<byte> text)
    {
        var start = at;
        if (!TryPassText(line, ref at))
        {
            text = default;
            return false;
        }

        text = line[start..(at - 1)];
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPassText(ReadOnlySpan<byte> line, scoped ref int at)
    {
        for (; at <= line.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var part = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)at);
            // As signed numbers, control characters and bytes beyond ASCII are both below the blank.
            var special = Vector128.Equals(part, Vector128.Create((byte)'"'))
                | Vector128.Equals(part, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(part.AsSByte(), Vector128.Create((sbyte)' ')).AsByte();
            var mask = special.ExtractMostSignificantBits();
            if (mask == 0) continue;
            at += BitOperations.TrailingZeroCount(mask);
            return line[at++] == '"' && at < line.Length;
        }

        for (; at < line.Length; at++)
        {
            var c = line[at];
            if (c == '"') return ++at < line.Length;
            if (c == '\\' || (sbyte)c < ' ') return false;
        }

        return false;
    }

    /// <summary>Reads an address to its closing quotation mark and passes it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAddress(ReadOnlySpan<byte> line, scoped ref int at, out NetworkAddress address)
    {
        if (DottedQuad.CanRead(line, at))
        {
            var quotes = Vector128.Equals(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(line), (nuint)at), Vector128.Create((byte)'"')).ExtractMostSignificantBits();
            var length = BitOperations.TrailingZeroCount(quotes);
            if (length is >= 7 and <= 15 && DottedQuad.TryRead(line, at, length, out var value))
            {
                address = NetworkAddress.FromIPv4(value);
                at += length + 1;
                return at < line.Length;
            }
        }

        address = default;
        return TryText(line, ref at, out var text) && AddressText.TryRead(text, out address);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNumber(ReadOnlySpan<byte> line, scoped ref int at, out ulong number)
    {
        number = 0;
        var start = at;
        if (DigitRun.TryReadShort(line, at, out var count, out var small))
        {
            number = small;
            at += count;
            return IsNumber(line, start, count);
        }

        for (; at < line.Length && (uint)(line[at] - '0') <= 9; at++) number = (number * 10) + (uint)(line[at] - '0');
        return IsNumber(line, start, at - start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPassNumber(ReadOnlySpan<byte> line, scoped ref int at)
    {
        var length = DigitRun.Length(line, at);
        if (length < 0) return TryNumber(line, ref at, out _);
        at += length;
        return IsNumber(line, at - length, length);
    }

    /// <summary>True where as many digits are a whole JSON number, and what ends it follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsNumber(ReadOnlySpan<byte> line, int start, int length)
    {
        var end = start + length;
        return length is > 0 and <= 18 && end < line.Length && (length == 1 || line[start] != '0') && line[end] is (byte)',' or (byte)'}';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPort(ReadOnlySpan<byte> line, scoped ref int at, out ushort port)
    {
        var read = TryNumber(line, ref at, out var number);
        port = (ushort)number;
        return read && number <= ushort.MaxValue;
    }

    /// <summary>Passes a string, or a number or word; what it is made of was checked by nobody, but where it ends is certain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPassScalar(ReadOnlySpan<byte> line, scoped ref int at)
    {
        if (line[at] == '"')
        {
            at++;
            return TryPassText(line, ref at);
        }

        if (line[at] is (byte)'t' or (byte)'f' or (byte)'n') return TryPass(line, ref at, "true"u8) || TryPass(line, ref at, "false"u8) || TryPass(line, ref at, "null"u8);
        return TryPassNumber(line, ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryPassNested(ReadOnlySpan<byte> line, scoped ref int at)
    {
        var depth = 0;
        while (at < line.Length)
        {
            // Outside strings the next mark is mostly the next byte: looking one by one beats a search.
            var c = line[at++];
            if (c == '"')
            {
                if (!TryPassText(line, ref at)) return false;
            }
            else if (c is (byte)'{' or (byte)'[')
            {
                depth++;
            }
            else if (c is (byte)'}' or (byte)']' && --depth == 0)
            {
                return at < line.Length;
            }
        }

        return false;
    }
}
