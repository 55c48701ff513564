namespace Noroshi.Observatory.Reading;

/// <summary>Where the fields of a conn.log are, by its header lines.</summary>
internal sealed class ZeekColumns
{
    /// <summary>More columns than this and the rest are not looked at.</summary>
    public const int Limit = 256;

    public byte Separator { get; private set; } = (byte)'\t';

    public byte[] Unset { get; private set; } = "-"u8.ToArray();

    public int Time { get; private set; } = -1;

    public int Source { get; private set; } = -1;

    public int SourcePort { get; private set; } = -1;

    public int Target { get; private set; } = -1;

    public int TargetPort { get; private set; } = -1;

    public int Protocol { get; private set; } = -1;

    public int State { get; private set; } = -1;

    public int Packets { get; private set; } = -1;

    public int Bytes { get; private set; } = -1;

    /// <summary>Number of the last column that matters.</summary>
    public int Last { get; private set; }

    /// <summary>True once a #fields line named all that is needed.</summary>
    public bool AreKnown => Time >= 0 && Source >= 0 && Target >= 0 && TargetPort >= 0 && Protocol >= 0;

    /// <summary>Takes one header line (beginning with #).</summary>
    public void Take(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("#separator "u8))
        {
            var value = line[11..];
            if (value.Length == 4 && value.StartsWith("\\x"u8) && byte.TryParse(value[2..], System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code)) Separator = code;
            else if (value.Length == 1) Separator = value[0];
        }
        else if (line.StartsWith("#unset_field"u8) && line.Length > 13)
        {
            Unset = line[13..].ToArray();
        }
        else if (line.StartsWith("#fields"u8) && line.Length > 8)
        {
            TakeNames(line[8..]);
        }
    }

    private void TakeNames(ReadOnlySpan<byte> names)
    {
        Time = Source = SourcePort = Target = TargetPort = Protocol = State = Packets = Bytes = -1;
        var number = 0;
        foreach (var range in names.Split(Separator))
        {
            var name = names[range];
            if (name.SequenceEqual("ts"u8)) Time = number;
            else if (name.SequenceEqual("id.orig_h"u8)) Source = number;
            else if (name.SequenceEqual("id.orig_p"u8)) SourcePort = number;
            else if (name.SequenceEqual("id.resp_h"u8)) Target = number;
            else if (name.SequenceEqual("id.resp_p"u8)) TargetPort = number;
            else if (name.SequenceEqual("proto"u8)) Protocol = number;
            else if (name.SequenceEqual("conn_state"u8)) State = number;
            else if (name.SequenceEqual("orig_pkts"u8)) Packets = number;
            else if (name.SequenceEqual("orig_ip_bytes"u8)) Bytes = number;
            if (++number == Limit) break;
        }

        Last = Math.Max(Math.Max(Math.Max(Time, Source), Math.Max(SourcePort, Target)), Math.Max(Math.Max(TargetPort, Protocol), Math.Max(State, Math.Max(Packets, Bytes))));
    }
}
