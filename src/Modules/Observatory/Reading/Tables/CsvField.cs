namespace Noroshi.Observatory.Reading;

/// <summary>What a column of a CSV file can mean; mapping files write these names in lower camel case.</summary>
internal enum CsvField
{
    Time,
    Source,
    Target,
    SourcePort,
    TargetPort,
    Protocol,
    TcpFlags,
    Packets,
    Bytes,
    Tag,
}
