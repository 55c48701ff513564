namespace Noroshi.Law.Domain;

/// <summary>What makes a state count as a Party on a day. Published totals count deposits.</summary>
internal enum CountingBasis
{
    /// <summary>Its instrument of ratification, acceptance, approval or accession is deposited.</summary>
    Deposited,

    /// <summary>The instrument is in force for it.</summary>
    InForce,
}
