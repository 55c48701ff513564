namespace Noroshi.Exchange.Sharing;

/// <summary>Why something leaves or stays. Its code is the name in lower case with hyphens; its words stand in <c>ReleaseText</c>.</summary>
internal enum ReleaseReason
{
    /// <summary>TLP:CLEAR, and the recipient belongs to the collection.</summary>
    NoLimit,

    /// <summary>TLP:GREEN within the community.</summary>
    WithinCommunity,

    /// <summary>TLP:AMBER or AMBER+STRICT within an organisation that was addressed.</summary>
    WithinOrganisation,

    /// <summary>TLP:AMBER to a client of an organisation that was addressed.</summary>
    ClientOfAddressed,

    /// <summary>TLP:RED to a person who was named.</summary>
    NamedRecipient,

    /// <summary>Parts were removed that this recipient may not have.</summary>
    PartsRemoved,

    /// <summary>It is no object with type and identifier.</summary>
    NotAnObject,

    /// <summary>The lists of markings are not what the specification says.</summary>
    UnreadableMarkings,

    /// <summary>The recipient is not a member.</summary>
    NotAMember,

    /// <summary>A marking is not understood here.</summary>
    UnknownMarking,

    /// <summary>It bears no TLP, and the collection does not say how to treat that.</summary>
    NotMarked,

    /// <summary>Its level is closer than the collection allows.</summary>
    AboveCeiling,

    /// <summary>Not one of the persons named.</summary>
    NotNamed,

    /// <summary>TLP:RED does not go into a collection that machines poll.</summary>
    ExitTooWide,

    /// <summary>Not the organisation that was addressed, nor its client where that suffices.</summary>
    OutsideOrganisation,

    /// <summary>Outside the community.</summary>
    OutsideCommunity,

    /// <summary>No purpose was said that makes a need to know.</summary>
    NoNeedToKnow,

    /// <summary>Members have not undertaken to keep to its PAP level.</summary>
    UseNotHonoured,

    /// <summary>It bears a statement, which this collection does not take.</summary>
    StatementNotAccepted,

    /// <summary>The time for its use is over.</summary>
    Expired,

    /// <summary>It was given for another case.</summary>
    OtherCase,

    /// <summary>It was given for other purposes.</summary>
    OtherPurpose,

    /// <summary>It was given not to be passed on.</summary>
    NoOnwardSharing,

    /// <summary>Two different persons have not approved it.</summary>
    NotApproved,

    /// <summary>A part that must stay cannot be taken out without breaking the object or betraying it.</summary>
    CannotRedact,
}
