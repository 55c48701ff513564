using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Text.Json;
using Noroshi.Stix;

namespace Noroshi.Exchange.Matching;

/// <summary>A flow as observables of STIX, for patterns that ask more than a table can answer.</summary>
internal static class FlowObservation
{
    /// <summary>Network traffic and its two addresses.</summary>
    public static Observation Of(in FlowEvent flow)
    {
        var instant = new StixInstant(flow.At, 0);
        var (source, target) = (Address(flow.Source), Address(flow.Target));
        var traffic = Json(writer =>
        {
            writer.WriteString("type"u8, "network-traffic"u8);
            writer.WriteString("src_ref"u8, "s"u8);
            writer.WriteString("dst_ref"u8, "d"u8);
        }, flow);
        return new Observation("", instant, instant, 1, [source, target, traffic], new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["s"] = source, ["d"] = target });
    }

    private static JsonElement Address(UInt128 bits)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        var address = new IPAddress(bytes);
        var isFourth = address.IsIPv4MappedToIPv6;
        return JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["type"] = isFourth ? "ipv4-addr" : "ipv6-addr", ["value"] = (isFourth ? address.MapToIPv4() : address).ToString() });
    }

    private static JsonElement Json(Action<Utf8JsonWriter> write, in FlowEvent flow)
    {
        var output = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteNumber("src_port"u8, flow.SourcePort);
            writer.WriteNumber("dst_port"u8, flow.TargetPort);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
