using System.Globalization;

namespace Noroshi.Observatory.Reading;

/// <summary>Tells the format from the first bytes; names and extensions are not believed.</summary>
internal static class FormatDetection
{
    private const int Sample = 64 * 1024;

    /// <exception cref="UnreadableInputException">It is none of the formats.</exception>
    public static string Detect(InputWindow input, bool hasMapping)
    {
        input.Ensure(4);
        var start = input.Available;
        if (start.Length >= 4)
        {
            switch (BitConverter.ToUInt32(start))
            {
                case 0xA1B2C3D4 or 0xD4C3B2A1 or 0xA1B23C4D or 0x4D3CB2A1: return InputFormats.Pcap;
                case 0x0A0D0D0A: return InputFormats.Pcapng;
            }
        }

        input.Ensure(Sample);
        var text = TextLines.WithoutByteOrderMark(input.Available);
        text = text[..Math.Min(text.Length, Sample)].TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) throw new UnreadableInputException(input.Offset == 0 && input.Ended && input.Available.IsEmpty ? "The input is empty." : "The input holds only blank lines.");
        if (text.StartsWith("#separator"u8) || text.StartsWith("#fields"u8)) return InputFormats.ZeekTsv;
        if (text[0] == '{') return DetectJson(text);
        if (hasMapping) return InputFormats.Csv;
        var line = text[..(text.IndexOf((byte)'\n') is >= 0 and var at ? at : text.Length)];
        if (!line.Contains((byte)0) && CsvColumns.LooksLikeHeader(line)) return InputFormats.Csv;
        throw new UnreadableInputException(string.Create(CultureInfo.InvariantCulture,
            $"The input is none of the formats that are read (first bytes {Convert.ToHexString(text[..Math.Min(8, text.Length)])}). If it is one of {string.Join(", ", InputFormats.All)}, say so with --format; a CSV file with its own column names needs --mapping."));
    }

    private static string DetectJson(ReadOnlySpan<byte> text)
    {
        // The first line that has one or the other key decides: logs may begin with a line of another kind.
        var zeek = text.IndexOf("\"id.orig_h\""u8);
        var eve = text.IndexOf("\"event_type\""u8);
        if (eve < 0 && zeek < 0)
        {
            throw new UnreadableInputException("The input is JSON, but has neither Suricata's event_type nor Zeek's id.orig_h in its first 64 KiB. Give one object per line, and say --format eve or --format zeek-json if it is one of these.");
        }

        return zeek >= 0 && (eve < 0 || zeek < eve) ? InputFormats.ZeekJson : InputFormats.Eve;
    }
}
