namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>What a state chose in a recorded vote, in the order in which the choices lie between for and against. Absence is not a choice.</summary>
internal enum Choice : byte
{
    Yes = 0,
    Abstain = 1,
    No = 2,
}
