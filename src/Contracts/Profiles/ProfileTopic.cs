namespace Noroshi.Contracts;

/// <summary>What a part of a state's profile is about, in reading order.</summary>
public enum ProfileTopic
{
    /// <summary>What binds us both, and with what reservations.</summary>
    Treaties,

    /// <summary>Its strategies and laws on cyber security.</summary>
    Strategies,

    /// <summary>Its bodies, and the organisations it belongs to.</summary>
    Organisations,

    /// <summary>Where it stands on each contested topic, and how that moved.</summary>
    Positions,

    /// <summary>How it votes, and how far with us.</summary>
    Votes,

    /// <summary>What was promised between us, and what is overdue.</summary>
    Commitments,

    /// <summary>Meetings with it, past and planned.</summary>
    Meetings,

    /// <summary>Confidence-building measures.</summary>
    Confidence,

    /// <summary>Who answers there, and how fast.</summary>
    Contacts,

    /// <summary>What was observed from its networks and towards them.</summary>
    Traffic,

    /// <summary>Open cases and requests.</summary>
    Cases,

    /// <summary>Capacity-building projects.</summary>
    Projects,

    /// <summary>Assessments of its maturity.</summary>
    Maturity,

    /// <summary>Its share in the links through which harm reaches us.</summary>
    WeakLinks,
}
