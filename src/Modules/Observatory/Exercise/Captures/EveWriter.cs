using System.Globalization;
using System.Text.Json;

namespace Noroshi.Observatory.Exercise;

/// <summary>Writes alerts in the shape of an EVE JSON log: one object a line.</summary>
internal sealed class EveWriter(Stream to)
{
    private long flow = 1_000_000_000_000;

    public void Write(in CapturedAlert alert)
    {
        using var line = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", DateTimeOffset.UnixEpoch.AddTicks(alert.Time * 10).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+0000'", CultureInfo.InvariantCulture));
            json.WriteNumber("flow_id", flow++);
            json.WriteString("in_iface", "exercise0");
            json.WriteString("event_type", "alert");
            json.WriteString("src_ip", alert.Source.ToString());
            json.WriteNumber("src_port", alert.SourcePort);
            json.WriteString("dest_ip", alert.Target.ToString());
            json.WriteNumber("dest_port", alert.TargetPort);
            json.WriteString("proto", alert.Protocol == 17 ? "UDP" : "TCP");
            json.WriteStartObject("alert");
            json.WriteString("action", "allowed");
            json.WriteNumber("gid", 1);
            json.WriteNumber("signature_id", alert.Rule.Id);
            json.WriteNumber("rev", 1);
            json.WriteString("signature", alert.Rule.Signature);
            json.WriteString("category", alert.Rule.Category);
            json.WriteNumber("severity", alert.Rule.Severity);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        line.WriteTo(to);
    }

    /// <summary>Writes a line as it is, right or wrong.</summary>
    public void WriteLine(string text)
    {
        to.Write(System.Text.Encoding.UTF8.GetBytes(text));
        to.WriteByte((byte)'\n');
    }
}
