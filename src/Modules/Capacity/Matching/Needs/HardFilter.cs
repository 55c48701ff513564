namespace Noroshi.Capacity.Matching;

/// <summary>Why an offer cannot answer a need at all.</summary>
internal enum HardFilter
{
    /// <summary>Neither the topic nor its area is offered.</summary>
    Topic,

    /// <summary>The offer does not reach this state.</summary>
    State,

    /// <summary>The offer is for recipients of official development assistance, and the state is not on the list as it is kept here.</summary>
    NotRecipient,

    /// <summary>No language in common.</summary>
    Language,

    /// <summary>The offer has lapsed, or begins after the need's date.</summary>
    Dates,

    /// <summary>Every place is taken by a running project.</summary>
    NoPlace,
}
