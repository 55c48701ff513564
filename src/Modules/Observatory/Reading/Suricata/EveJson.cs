using System.Text.Json;

namespace Noroshi.Observatory.Reading;

/// <summary>Reads an EVE line whatever its shape. Where a name comes twice, the first is taken.</summary>
internal static class EveJson
{
    public const string NotJson = "line is not one JSON object";
    public const string NoKind = "no event_type";
    public const string BadTime = "timestamp missing or unreadable";
    public const string BadAddress = "address missing or unreadable";
    public const string BadPort = "port unreadable";
    public const string BadProtocol = "protocol missing or unknown";

    private const int Deepest = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = Deepest };

    /// <summary>Null when read, else the reason.</summary>
    public static string? Read(ReadOnlySpan<byte> line, out EveRecord record)
    {
        record = default;
        try
        {
            var json = new Utf8JsonReader(line, Options);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return NotJson;
            var fields = default(EveFields);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName) fields.Take(ref json);
            // Anything behind the object (a second one, for instance) makes the reader throw.
            json.Read();
            return fields.Finish(ref record);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return NotJson;
        }
    }

    private ref struct EveFields
    {
        private ReadOnlySpan<byte> time, kind, source, target, protocol, signature;
        private bool hasAlert, hasFlow, hasSourcePort, hasTargetPort, badPort;
        private ushort sourcePort, targetPort;
        private ulong packets, answers, bytes;

        public void Take(ref Utf8JsonReader json)
        {
            if (json.ValueTextEquals("timestamp"u8)) Text(ref json, ref time);
            else if (json.ValueTextEquals("event_type"u8)) Text(ref json, ref kind);
            else if (json.ValueTextEquals("src_ip"u8)) Text(ref json, ref source);
            else if (json.ValueTextEquals("dest_ip"u8)) Text(ref json, ref target);
            else if (json.ValueTextEquals("proto"u8)) Text(ref json, ref protocol);
            else if (json.ValueTextEquals("src_port"u8)) Port(ref json, ref hasSourcePort, ref sourcePort);
            else if (json.ValueTextEquals("dest_port"u8)) Port(ref json, ref hasTargetPort, ref targetPort);
            else if (json.ValueTextEquals("alert"u8)) Alert(ref json);
            else if (json.ValueTextEquals("flow"u8)) Flow(ref json);
            else json.Skip();
        }

        public readonly string? Finish(ref EveRecord record)
        {
            if (kind.IsEmpty) return NoKind;
            record.Kind = kind.SequenceEqual("alert"u8) ? EveKind.Alert : kind.SequenceEqual("flow"u8) ? EveKind.Flow : EveKind.Other;
            if (record.Kind == EveKind.Other)
            {
                record.OtherKind = kind;
                return null;
            }

            ref var observed = ref record.Observed;
            if (!TimeText.TryReadIso(time, out observed.TimeMicros)) return BadTime;
            if (!AddressText.TryRead(source, out observed.Source) || !AddressText.TryRead(target, out observed.Target)) return BadAddress;
            if (badPort) return BadPort;
            if (!ProtocolText.TryRead(protocol, observed.Source.IsIPv4, out observed.Protocol)) return BadProtocol;
            observed.SourcePort = sourcePort;
            observed.TargetPort = targetPort;
            observed.Packets = (uint)Math.Min(packets, uint.MaxValue);
            observed.Bytes = bytes;
            record.AnswerPackets = answers;
            record.Signature = signature;
            record.Complete();
            return null;
        }

        private static void Text(ref Utf8JsonReader json, ref ReadOnlySpan<byte> into)
        {
            json.Read();
            if (json.TokenType == JsonTokenType.String && into.IsEmpty)
            {
                into = json.ValueSpan;
                if (json.ValueIsEscaped)
                {
                    var plain = new byte[json.ValueSpan.Length];
                    into = plain.AsSpan(0, json.CopyString(plain));
                }
            }

            json.Skip();
        }

        private void Port(ref Utf8JsonReader json, ref bool has, ref ushort port)
        {
            json.Read();
            if (!has)
            {
                has = true;
                if (json.TokenType != JsonTokenType.Number || !NumberText.TryReadPort(json.ValueSpan, out port)) badPort = true;
            }

            json.Skip();
        }

        private void Alert(ref Utf8JsonReader json)
        {
            json.Read();
            if (hasAlert || json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                return;
            }

            hasAlert = true;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("signature"u8)) Text(ref json, ref signature);
                else json.Skip();
            }
        }

        private void Flow(ref Utf8JsonReader json)
        {
            json.Read();
            if (hasFlow || json.TokenType != JsonTokenType.StartObject)
            {
                json.Skip();
                return;
            }

            hasFlow = true;
            bool hasPackets = false, hasAnswers = false, hasBytes = false;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("pkts_toserver"u8)) Number(ref json, ref hasPackets, ref packets);
                else if (json.ValueTextEquals("pkts_toclient"u8)) Number(ref json, ref hasAnswers, ref answers);
                else if (json.ValueTextEquals("bytes_toserver"u8)) Number(ref json, ref hasBytes, ref bytes);
                else json.Skip();
            }
        }

        private static void Number(ref Utf8JsonReader json, ref bool has, ref ulong number)
        {
            json.Read();
            if (!has)
            {
                has = true;
                if (json.TokenType != JsonTokenType.Number || !NumberText.TryReadUnsigned(json.ValueSpan, out number)) number = 0;
            }

            json.Skip();
        }
    }
}
