namespace Noroshi.Stix;

/// <summary>What sort of thing a STIX type is.</summary>
public enum StixCategory
{
    /// <summary>A type that the specification does not define.</summary>
    Custom,

    /// <summary>A domain object: indicator, malware, report …</summary>
    DomainObject,

    /// <summary>A cyber-observable: file, ipv4-addr, network-traffic …</summary>
    CyberObservable,

    /// <summary>relationship and sighting.</summary>
    RelationshipObject,

    /// <summary>marking-definition, language-content, extension-definition.</summary>
    MetaObject,

    /// <summary>The envelope around objects.</summary>
    Bundle,
}
