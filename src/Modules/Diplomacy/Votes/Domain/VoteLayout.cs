namespace Noroshi.Diplomacy.Votes.Domain;

/// <summary>Whose numbering a roll call carries.</summary>
internal enum VoteLayout : byte
{
    /// <summary>The layout of the R package unvotes: votes in one file, roll calls in another.</summary>
    Unvotes = 1,

    /// <summary>The voting data of the United Nations Digital Library: one file, a row for each member of each vote.</summary>
    DigitalLibrary = 2,
}
