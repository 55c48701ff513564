namespace Noroshi.Exchange.Store;

/// <summary>How an object came into a collection: whom its sender addressed depends on it.</summary>
internal enum Origin
{
    /// <summary>An organisation of this node put it there; it addresses the members.</summary>
    Own = 0,

    /// <summary>A partner put it into this collection itself, and so addressed its members.</summary>
    Partner = 1,

    /// <summary>It was fetched from a server of others, who addressed this node alone.</summary>
    Source = 2,
}
