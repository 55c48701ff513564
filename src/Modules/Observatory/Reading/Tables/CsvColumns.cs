using System.Text;

namespace Noroshi.Observatory.Reading;

/// <summary>Which column of a CSV file holds what.</summary>
internal sealed class CsvColumns
{
    private const int Limit = 512;

    // Names that tools write into header lines, folded to lower case without '_', '-', '.' and blanks.
    private static readonly Dictionary<string, CsvField> Usual = Names(
        (CsvField.Time, "time timestamp ts datetime date start starttime firstseen first tsstart tfirst frametimeepoch eventtime"),
        (CsvField.Source, "source src srcip sourceip srcaddr sourceaddress srcaddress sa saddr idorigh ipsrc sourceipaddress attackerip"),
        (CsvField.Target, "target dst dstip destip destinationip dstaddr destinationaddress dstaddress da daddr idresph ipdst destination dest targetip"),
        (CsvField.SourcePort, "sourceport srcport sport sp idorigp"),
        (CsvField.TargetPort, "targetport dstport dport dp destport destinationport idrespp port"),
        (CsvField.Protocol, "protocol proto pr prot ipproto transport"),
        (CsvField.TcpFlags, "tcpflags"),
        (CsvField.Packets, "packets pkts ipkt inpackets origpkts"),
        (CsvField.Bytes, "bytes octets ibyt inbytes origipbytes"),
        (CsvField.Tag, "tag signature alert rule reporttype"));

    private readonly int[] numbers = new int[Enum.GetValues<CsvField>().Length];

    private CsvColumns(byte delimiter)
    {
        Delimiter = delimiter;
        Array.Fill(numbers, -1);
    }

    public byte Delimiter { get; }

    public int Last => numbers.Max();

    public int this[CsvField field] => numbers[(int)field];

    /// <summary>True where a line names at least a source, a target and a time.</summary>
    public static bool LooksLikeHeader(ReadOnlySpan<byte> line)
    {
        Span<Range> fields = stackalloc Range[Limit];
        if (CsvLine.Split(line, FindDelimiter(line), fields) < 0) return false;
        var found = FromUsualNames(line);
        return found[CsvField.Source] >= 0 && found[CsvField.Target] >= 0 && found[CsvField.Time] >= 0;
    }

    public static CsvColumns FromUsualNames(ReadOnlySpan<byte> header)
    {
        var columns = new CsvColumns(FindDelimiter(header));
        var names = Split(header, columns.Delimiter);
        for (var i = 0; i < names.Count; i++)
        {
            if (Usual.TryGetValue(Fold(names[i]), out var field) && columns.numbers[(int)field] < 0) columns.numbers[(int)field] = i;
        }

        return columns;
    }

    /// <exception cref="UnreadableInputException">A mapped column is not in the header.</exception>
    public static CsvColumns FromMapping(MappingFile mapping, ReadOnlySpan<byte> header)
    {
        var columns = new CsvColumns(mapping.Delimiter ?? FindDelimiter(header));
        var names = Split(header, columns.Delimiter);
        foreach (var (name, field) in mapping.Columns)
        {
            int number;
            if (mapping.Header)
            {
                number = names.FindIndex(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase));
                if (number < 0) throw new UnreadableInputException($"The header line has no column '{name}', which the mapping names. It has: {string.Join(", ", names.Take(40))}.");
            }
            else if (!int.TryParse(name, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number) || number < 1 || number > Limit)
            {
                throw new UnreadableInputException($"The mapping says there is no header line, so its columns are numbers from 1; '{name}' is none.");
            }
            else
            {
                number--;
            }

            columns.numbers[(int)field] = number;
        }

        return columns;
    }

    private static byte FindDelimiter(ReadOnlySpan<byte> header)
    {
        var best = (byte)',';
        foreach (var candidate in ";\t|"u8)
        {
            if (header.Count(candidate) > header.Count(best)) best = candidate;
        }

        return best;
    }

    private static List<string> Split(ReadOnlySpan<byte> header, byte delimiter)
    {
        Span<Range> fields = stackalloc Range[Limit];
        var count = CsvLine.Split(header, delimiter, fields);
        if (count < 0) throw new UnreadableInputException("A quotation mark in the header line is not closed. Mend the first line, or say with --format what the input is.");
        var names = new List<string>(count);
        for (var i = 0; i < count; i++) names.Add(Encoding.UTF8.GetString(header[fields[i]]).Trim());
        return names;
    }

    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (c is not ('_' or '-' or '.' or ' ')) folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static Dictionary<string, CsvField> Names(params (CsvField Field, string Words)[] fields) =>
        fields.SelectMany(each => each.Words.Split(' '), (each, word) => (word, each.Field)).ToDictionary(each => each.word, each => each.Field, StringComparer.Ordinal);
}
