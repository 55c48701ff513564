namespace Noroshi.Law.Features;

/// <summary>What came of withdrawing evidence.</summary>
internal enum WithdrawalOutcome
{
    Done,

    /// <summary>There is none that the person may see.</summary>
    Unknown,

    /// <summary>Another organisation gave it.</summary>
    NotYours,

    /// <summary>It was withdrawn before.</summary>
    Before,
}
