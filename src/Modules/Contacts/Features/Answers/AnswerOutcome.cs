namespace Noroshi.Contacts.Features;

/// <summary>What became of an answer to a peer's check.</summary>
internal enum AnswerOutcome
{
    /// <summary>It goes to the peer.</summary>
    Done,

    /// <summary>There is no such check that the person may answer.</summary>
    Unknown,

    /// <summary>Somebody answered it before.</summary>
    Answered,

    /// <summary>Its time is over, or a newer check took its place.</summary>
    Expired,

    /// <summary>The point is no longer in use.</summary>
    Ended,

    /// <summary>Nothing goes to this peer: the peering is not active, or the agreement does not let answers out.</summary>
    NoLine,
}
