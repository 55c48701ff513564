using System.Globalization;
using System.Text;
using System.Xml;
using Noroshi.Capacity.Iati.Model;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>Writes activities one after the other as a file of IATI 2.03; closing it ends the file.</summary>
internal sealed class IatiWriter : IDisposable
{
    private static readonly XmlWriterSettings _settings = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
    private readonly XmlWriter _xml;

    internal IatiWriter(Stream file, DateTimeOffset at)
    {
        _xml = XmlWriter.Create(file, _settings);
        _xml.WriteStartDocument();
        _xml.WriteStartElement("iati-activities");
        _xml.WriteAttributeString("version", "2.03");
        _xml.WriteAttributeString("generated-datetime", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    internal void Write(IatiActivity activity) => Write(_xml, activity.ToElement());

    /// <summary>An activity alone, as it is kept.</summary>
    internal static string ToText(IatiActivity activity)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize })) Write(xml, activity.ToElement());
        return text.ToString();
    }

    public void Dispose()
    {
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    private static void Write(XmlWriter xml, IatiElement element)
    {
        xml.WriteStartElement(element.Name);
        foreach (var (name, value) in element.Attributes)
        {
            if (name == "xml:lang") xml.WriteAttributeString("xml", "lang", null, value);
            else xml.WriteAttributeString(name, value);
        }

        foreach (var child in element.Children) Write(xml, child);
        if (element.Children.Count == 0 && element.Text.Length > 0) xml.WriteString(element.Text);
        xml.WriteEndElement();
    }
}
