using System.Globalization;
using System.Text;

namespace Noroshi.Observatory.Exercise;

/// <summary>Writes connections in the shape of a tab-separated Zeek conn.log.</summary>
internal sealed class ZeekWriter
{
    private const string Fields =
        "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents";

    private const string Types =
        "time\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]";

    private readonly Stream to;
    private long number;

    public ZeekWriter(Stream to, DateTimeOffset opened)
    {
        this.to = to;
        WriteLine("#separator \\x09");
        WriteLine("#set_separator\t,");
        WriteLine("#empty_field\t(empty)");
        WriteLine("#unset_field\t-");
        WriteLine("#path\tconn");
        WriteLine($"#open\t{opened.ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture)}");
        WriteLine("#fields\t" + Fields);
        WriteLine("#types\t" + Types);
    }

    public void Write(in CapturedFlow flow)
    {
        var answered = flow.State == "SF";
        WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{flow.Time / 1_000_000}.{flow.Time % 1_000_000:D6}\tCEXERCISE{++number:D9}\t{flow.Source}\t{flow.SourcePort}\t{flow.Target}\t{flow.TargetPort}\t{(flow.Protocol == 17 ? "udp" : "tcp")}\t-\t{flow.Milliseconds / 1000}.{flow.Milliseconds % 1000:D3}000\t{flow.Bytes}\t{(answered ? flow.Bytes * 2 : 0)}\t{flow.State}\tF\tT\t0\t{(answered ? "ShADadFf" : flow.State == "REJ" ? "Sr" : "S")}\t{flow.Packets}\t{flow.Bytes + (flow.Packets * 40)}\t{(answered ? flow.Packets : flow.State == "REJ" ? flow.Packets : 0)}\t{(answered ? (flow.Bytes * 2) + (flow.Packets * 40) : flow.State == "REJ" ? flow.Packets * 40 : 0)}\t-"));
    }

    /// <summary>Writes the closing line.</summary>
    public void Close(DateTimeOffset at) => WriteLine($"#close\t{at.ToString("yyyy-MM-dd-HH-mm-ss", CultureInfo.InvariantCulture)}");

    /// <summary>Writes a line as it is, right or wrong.</summary>
    public void WriteLine(string text)
    {
        to.Write(Encoding.UTF8.GetBytes(text));
        to.WriteByte((byte)'\n');
    }
}
