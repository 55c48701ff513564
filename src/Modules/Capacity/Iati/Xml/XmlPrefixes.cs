using System.Buffers;
using System.Text;

namespace Noroshi.Capacity.Iati.Xml;

/// <summary>Which prefix means which namespace, as deep as the reader is.</summary>
internal sealed class XmlPrefixes
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace", DeclarationNamespace = "http://www.w3.org/2000/xmlns/";
    private const string InstanceNamespace = "http://www.w3.org/2001/XMLSchema-instance";
    private readonly List<(string Prefix, string Uri, int Depth)> _scopes = [];

    /// <summary>Whether an unprefixed element is in no namespace.</summary>
    internal bool DefaultIsNone { get; private set; } = true;

    /// <summary>How deep the innermost declaration stands; 0 where there is none.</summary>
    internal int Depth => _scopes.Count == 0 ? 0 : _scopes[^1].Depth;

    /// <summary>The namespace of a prefix; null where it was not declared.</summary>
    internal string? Find(ReadOnlySpan<byte> prefix)
    {
        if (prefix.SequenceEqual("xml"u8)) return XmlNamespace;
        var name = Encoding.UTF8.GetString(prefix);
        for (var at = _scopes.Count - 1; at >= 0; at--) if (_scopes[at].Prefix == name) return _scopes[at].Uri;
        return name.Length == 0 ? "" : null;
    }

    internal static NamespaceKind KindOf(string uri) => uri switch
    {
        "" => NamespaceKind.None,
        XmlNamespace => NamespaceKind.Xml,
        InstanceNamespace => NamespaceKind.SchemaInstance,
        _ => NamespaceKind.Foreign,
    };

    /// <summary>Takes a declaration; says what is wrong with it, or null.</summary>
    internal string? Declare(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> value, int depth)
    {
        var decoded = new ArrayBufferWriter<byte>();
        XmlReferences.Decode(value, isAttribute: true, decoded);
        var (name, uri) = (Encoding.UTF8.GetString(prefix), Encoding.UTF8.GetString(decoded.WrittenSpan));
        if (name == "xmlns") return "The prefix xmlns cannot be declared.";
        if ((name == "xml") != (uri == XmlNamespace)) return "The prefix xml and its namespace belong to each other and to nothing else.";
        if (uri == DeclarationNamespace) return "The namespace of declarations cannot be declared.";
        if (name.Length > 0 && uri.Length == 0) return "A prefix cannot be declared for no namespace.";
        _scopes.Add((name, uri, depth));
        if (name.Length == 0) DefaultIsNone = uri.Length == 0;
        return null;
    }

    /// <summary>Forgets what was declared at a depth.</summary>
    internal void Leave(int depth)
    {
        while (_scopes.Count > 0 && _scopes[^1].Depth >= depth) _scopes.RemoveAt(_scopes.Count - 1);
        DefaultIsNone = Find(default) is "";
    }
}
