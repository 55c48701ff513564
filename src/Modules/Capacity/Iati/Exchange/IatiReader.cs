using System.Text;
using System.Xml;
using Noroshi.Capacity.Iati.Model;

namespace Noroshi.Capacity.Iati.Exchange;

/// <summary>Reads the activities of a file one after the other; only one is in memory. The file must have been judged valid before.</summary>
internal sealed class IatiReader(Stream file) : IDisposable
{
    private const int MostNames = 100;
    private readonly XmlReader _xml = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
    private readonly SortedDictionary<string, long> _notKept = new(StringComparer.Ordinal);

    /// <summary>Elements and attributes of other namespaces that were met and not kept, by name, and how often.</summary>
    internal IReadOnlyDictionary<string, long> NotKept => _notKept;

    /// <summary>Every activity, in the order of the file.</summary>
    internal IEnumerable<IatiActivity> Activities()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.Depth == 0) continue;
            if (_xml.NamespaceURI.Length == 0 && _xml.Name == "iati-activity") yield return IatiActivity.Of(Element());
            else Leave();
        }
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>Reads the element the reader stands on; afterwards it stands on its end.</summary>
    private IatiElement Element()
    {
        var (name, isEmpty, depth) = (_xml.LocalName, _xml.IsEmptyElement, _xml.Depth);
        var attributes = Attributes(name);
        List<IatiElement> children = [];
        StringBuilder? read = null;
        while (!isEmpty && _xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.NamespaceURI.Length == 0) children.Add(Element());
            else if (_xml.NodeType == XmlNodeType.Element) Leave();
            else if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) (read ??= new StringBuilder()).Append(_xml.Value);
        }

        var text = read?.ToString() ?? "";
        return new IatiElement(name, attributes, children, children.Count > 0 || (name != "narrative" && string.IsNullOrWhiteSpace(text)) ? "" : name == "narrative" ? text : text.Trim());
    }

    private List<KeyValuePair<string, string>> Attributes(string element)
    {
        List<KeyValuePair<string, string>> attributes = [];
        while (_xml.MoveToNextAttribute())
        {
            if (_xml.NamespaceURI.Length == 0) attributes.Add(KeyValuePair.Create(_xml.LocalName, _xml.Value));
            else if (_xml.Name == "xml:lang" && element is "narrative" or "iati-activity") attributes.Add(KeyValuePair.Create("xml:lang", _xml.Value));
            else if (_xml.Prefix != "xmlns" && _xml.Name != "xmlns") Note($"@{_xml.Name} of {element}");
        }

        _xml.MoveToElement();
        return attributes;
    }

    private void Leave()
    {
        Note($"{_xml.Name} ({_xml.NamespaceURI})");
        if (!_xml.IsEmptyElement)
        {
            var depth = _xml.Depth;
            while (_xml.Read() && _xml.Depth > depth)
            {
            }
        }
    }

    private void Note(string name)
    {
        if (name.Length > 200) name = name[..200] + "…";
        if (!_notKept.ContainsKey(name) && _notKept.Count >= MostNames) name = "(others)";
        _notKept[name] = _notKept.GetValueOrDefault(name) + 1;
    }
}
