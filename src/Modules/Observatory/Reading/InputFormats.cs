namespace Noroshi.Observatory.Reading;

/// <summary>Names of the formats, as <c>--format</c> takes them and reports show them.</summary>
internal static class InputFormats
{
    public const string Pcap = "pcap";
    public const string Pcapng = "pcapng";
    public const string Eve = "eve";
    public const string ZeekTsv = "zeek-tsv";
    public const string ZeekJson = "zeek-json";
    public const string Csv = "csv";

    public static IReadOnlyList<string> All { get; } = [Pcap, Pcapng, Eve, ZeekTsv, ZeekJson, Csv];
}
