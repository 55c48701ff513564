namespace Noroshi.Diplomacy.Votes.Majority;

/// <summary>What a text needs of those present and voting. Whoever abstains counts as not voting (rule 86 of the rules of procedure).</summary>
internal enum MajorityRule
{
    /// <summary>More yes than no.</summary>
    Simple,

    /// <summary>At least twice as many yes as no: important questions (rule 83).</summary>
    TwoThirds,
}
