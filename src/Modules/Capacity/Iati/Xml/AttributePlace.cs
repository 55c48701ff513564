namespace Noroshi.Capacity.Iati.Xml;

/// <summary>Where an attribute of the current start tag stands in the buffer; valid until the next token.</summary>
internal struct AttributePlace
{
    /// <summary>Where the name begins.</summary>
    internal int Name;

    /// <summary>Bytes of the name, with prefix.</summary>
    internal int NameLength;

    /// <summary>Bytes of the prefix; 0 where there is none.</summary>
    internal int Prefix;

    /// <summary>Where the value begins, as written.</summary>
    internal int Value;

    /// <summary>Bytes of the value, as written.</summary>
    internal int ValueLength;

    /// <summary>Whether the value has references (<c>&amp;amp;</c>) that must be resolved before it is judged.</summary>
    internal bool HasReferences;

    /// <summary>Which namespace the name is in.</summary>
    internal NamespaceKind Namespace;

    /// <summary>Number of the name in the standard; written by whoever looks it up.</summary>
    internal int Known;
}
