namespace Noroshi.Contacts.Domain;

/// <summary>What a contact point is for. A function stays when the person changes.</summary>
internal enum ContactFunction
{
    /// <summary>Diplomatic contact, as in the global directory of points of contact of the United Nations.</summary>
    Diplomatic,

    /// <summary>Technical contact of the same directory.</summary>
    Technical,

    /// <summary>The 24/7 network of the Convention on Cybercrime, Article 35.</summary>
    Network,

    /// <summary>Central authority for requests without another agreement: Article 27(2).</summary>
    CentralAuthority,

    /// <summary>Authority for extradition and provisional arrest: Article 24(7).</summary>
    Extradition,

    /// <summary>Incident response team that describes itself after RFC 2350.</summary>
    Csirt,

    /// <summary>Operator of critical infrastructure.</summary>
    InfrastructureOperator,
}
