using System.Text.Json;
using Noroshi.Observatory.Domain;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads Zeek's conn.log written as one JSON object per line. Where a name comes twice, the last is taken.</summary>
internal static class ZeekJsonReader
{
    private const string NotJson = "line is not one JSON object";

    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    public static void Read<TSink>(InputWindow input, ReadTally tally, ref TSink sink)
        where TSink : struct, IEventSink
    {
        var lines = new TextLines(input, tally);
        while (lines.Next(out var line))
        {
            if (line.IsEmpty) continue;
            var observed = new ObservedEvent { Unit = CountingUnit.Flow };
            var problem = ReadLine(line, ref observed);
            if (problem is not null)
            {
                tally.RejectLine(problem, lines.Number);
                continue;
            }

            tally.Count(CountingUnit.Flow, observed.TimeMicros);
            sink.Add(in observed);
        }
    }

    private static string? ReadLine(ReadOnlySpan<byte> line, ref ObservedEvent observed)
    {
        ReadOnlySpan<byte> time = default, source = default, target = default, sourcePort = default, targetPort = default;
        ReadOnlySpan<byte> protocol = default, state = default, packets = default, bytes = default;
        try
        {
            var json = new Utf8JsonReader(line, Options);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return NotJson;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("ts"u8)) Scalar(ref json, ref time);
                else if (json.ValueTextEquals("id.orig_h"u8)) Scalar(ref json, ref source);
                else if (json.ValueTextEquals("id.resp_h"u8)) Scalar(ref json, ref target);
                else if (json.ValueTextEquals("id.orig_p"u8)) Scalar(ref json, ref sourcePort);
                else if (json.ValueTextEquals("id.resp_p"u8)) Scalar(ref json, ref targetPort);
                else if (json.ValueTextEquals("proto"u8)) Scalar(ref json, ref protocol);
                else if (json.ValueTextEquals("conn_state"u8)) Scalar(ref json, ref state);
                else if (json.ValueTextEquals("orig_pkts"u8)) Scalar(ref json, ref packets);
                else if (json.ValueTextEquals("orig_ip_bytes"u8)) Scalar(ref json, ref bytes);
                else json.Skip();
            }

            json.Read();
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return NotJson;
        }

        if (!TryTime(time, out observed.TimeMicros)) return "ts missing or unreadable";
        if (!AddressText.TryRead(source, out observed.Source)) return "id.orig_h missing or unreadable";
        if (!AddressText.TryRead(target, out observed.Target)) return "id.resp_h missing or unreadable";
        if (!ProtocolText.TryRead(protocol, observed.Source.IsIPv4, out observed.Protocol)) return "proto missing or unknown";
        if (ProtocolText.HasPorts(observed.Protocol))
        {
            if (!NumberText.TryReadPort(targetPort, out observed.TargetPort)) return "id.resp_p missing or unreadable";
            if (!sourcePort.IsEmpty && !NumberText.TryReadPort(sourcePort, out observed.SourcePort)) return "id.orig_p unreadable";
        }

        observed.Class = ZeekState.Class(state);
        if (!packets.IsEmpty)
        {
            if (!NumberText.TryReadUnsigned(packets, out var number)) return "orig_pkts unreadable";
            observed.Packets = (uint)Math.Min(number, uint.MaxValue);
        }

        return bytes.IsEmpty || NumberText.TryReadUnsigned(bytes, out observed.Bytes) ? null : "orig_ip_bytes unreadable";
    }

    /// <summary>Times are seconds, in numbers that may have an exponent, or ISO 8601 where the log was set so.</summary>
    private static bool TryTime(ReadOnlySpan<byte> text, out long micros)
    {
        if (TimeText.TryReadEpochSeconds(text, out micros) || TimeText.TryReadIso(text, out micros)) return true;
        if (!System.Buffers.Text.Utf8Parser.TryParse(text, out double seconds, out var used) || used != text.Length || text.IsEmpty) return false;
        if (!(seconds >= 0 && seconds < TimeText.Latest / 1_000_000)) return false;
        micros = (long)(seconds * 1_000_000);
        return true;
    }

    private static void Scalar(ref Utf8JsonReader json, ref ReadOnlySpan<byte> into)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String && json.ValueIsEscaped)
        {
            var plain = new byte[json.ValueSpan.Length];
            into = plain.AsSpan(0, json.CopyString(plain));
        }
        else if (json.TokenType is JsonTokenType.String or JsonTokenType.Number)
        {
            into = json.ValueSpan;
        }

        json.Skip();
    }
}
