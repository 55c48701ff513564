namespace Noroshi.Exchange.Sharing;

/// <summary>What sort of recipient something may be released to.</summary>
internal enum PartyKind
{
    /// <summary>Whoever asks, without a name.</summary>
    Everyone,

    /// <summary>One person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Organisation,

    /// <summary>A state; its national node speaks for it.</summary>
    State,

    /// <summary>The node of a state.</summary>
    Node,
}
