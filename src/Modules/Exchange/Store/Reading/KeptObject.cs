namespace Noroshi.Exchange.Store;

/// <summary>One version of an object as it stands in a collection.</summary>
internal sealed class KeptObject
{
    /// <summary>When it was added, microseconds; its place in the order.</summary>
    public long Added { get; init; }

    public string Id { get; init; } = "";

    /// <summary>Order key of the version.</summary>
    public string Version { get; init; } = "";

    /// <summary>The version as the object writes it; empty where it has none.</summary>
    public string Shown { get; init; } = "";

    public string Spec { get; init; } = "";

    /// <summary>How it came into this collection.</summary>
    public Origin Origin { get; init; }

    /// <summary>How this version first came to the node: what was received does not become our own by being put elsewhere.</summary>
    public Origin FirstOrigin { get; init; }

    /// <summary>The organisation of this node that the source addressed; empty where the members were.</summary>
    public string Addressed { get; init; } = "";

    /// <summary>Its place in the store.</summary>
    public long Place { get; init; }

    /// <summary>The bytes.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>The version as it is said to others.</summary>
    public string VersionText => ObjectHead.ShownOf(Shown, Version);
}
