namespace Noroshi.Federation;

/// <summary>Why a node does not take what another sends; part of the protocol.</summary>
internal static class DoorProblem
{
    /// <summary>The certificate belongs to no peer.</summary>
    internal const string Unknown = "unknown-peer";

    /// <summary>One of the two sides has not confirmed, has suspended or has revoked.</summary>
    internal const string NotActive = "not-active";

    /// <summary>It cannot be opened, or the signature does not hold.</summary>
    internal const string Unbelievable = "unbelievable";

    /// <summary>Signed with a key that is not known here: the sender's description must come first.</summary>
    internal const string UnknownKey = "unknown-key";

    /// <summary>It is not what the protocol says.</summary>
    internal const string Malformed = "malformed";

    /// <summary>Another place in the conversation comes next.</summary>
    internal const string OutOfOrder = "out-of-order";

    /// <summary>The id is known here with another content.</summary>
    internal const string Different = "different-content";

    /// <summary>More than the limits allow.</summary>
    internal const string TooMany = "too-many";

    /// <summary>Larger than the limit.</summary>
    internal const string TooLarge = "too-large";

    /// <summary>The node cannot keep it now.</summary>
    internal const string Unavailable = "unavailable";
}
