namespace Noroshi.Capacity.Iati.Xml;

/// <summary>Which namespace a name is in, as far as the standard cares.</summary>
internal enum NamespaceKind : byte
{
    /// <summary>None: the names of the standard.</summary>
    None,

    /// <summary>A declaration of a namespace (<c>xmlns</c>, <c>xmlns:p</c>).</summary>
    Declaration,

    /// <summary>The namespace of <c>xml:lang</c>.</summary>
    Xml,

    /// <summary>The namespace of <c>xsi:schemaLocation</c>.</summary>
    SchemaInstance,

    /// <summary>Any other: an extension.</summary>
    Foreign,
}
