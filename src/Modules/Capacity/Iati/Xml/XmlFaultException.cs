namespace Noroshi.Capacity.Iati.Xml;

/// <summary>The bytes are not XML, or not XML that is read here; nothing behind this place can be judged.</summary>
internal sealed class XmlFaultException(string rule, int line, string message) : Exception(message)
{
    /// <summary>What kind of fault: <c>xml.not-well-formed</c>, <c>xml.cut-off</c>, <c>xml.encoding</c>, <c>xml.dtd</c>, <c>xml.limit</c>.</summary>
    internal string Rule { get; } = rule;

    /// <summary>Line of the file, from 1.</summary>
    internal int Line { get; } = line;
}
