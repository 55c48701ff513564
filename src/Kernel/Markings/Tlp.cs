namespace Noroshi.Kernel;

/// <summary>Traffic Light Protocol 2.0 (FIRST): how far information may travel. Ordered from free to closed.</summary>
public enum Tlp
{
    /// <summary>TLP:CLEAR: no limit on disclosure.</summary>
    Clear,

    /// <summary>TLP:GREEN: within the community.</summary>
    Green,

    /// <summary>TLP:AMBER: the recipient's organisation and its clients, on a need-to-know basis.</summary>
    Amber,

    /// <summary>TLP:AMBER+STRICT: the recipient's organisation only.</summary>
    AmberStrict,

    /// <summary>TLP:RED: the individual recipients only.</summary>
    Red,
}
