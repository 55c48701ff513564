namespace Noroshi.Capacity.Iati.Xml;

/// <summary>What <see cref="Utf8Xml.Next"/> found.</summary>
internal enum XmlToken
{
    /// <summary>The file is at its end.</summary>
    Nothing,

    /// <summary>A start tag, or an empty element.</summary>
    Start,

    /// <summary>An end tag; not told for empty elements.</summary>
    End,

    /// <summary>Text or a CDATA section within the root element.</summary>
    Text,
}
