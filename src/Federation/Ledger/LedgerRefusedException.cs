using System.Globalization;

namespace Noroshi.Federation.Ledger;

/// <summary>The ledger cannot stand for its acts: nothing is signed until somebody has looked. The message says what, where and what to do.</summary>
internal sealed class LedgerRefusedException(string message, long? firstBad = null) : Exception(message)
{
    /// <summary>The first leaf that is not as it was, from 0, where one can be named.</summary>
    public long? FirstBad { get; } = firstBad;

    /// <summary>One leaf is not as it was recorded.</summary>
    internal static LedgerRefusedException Leaf(long index, string what) => new(
        string.Create(CultureInfo.InvariantCulture, $"Leaf {index} of the ledger cannot be trusted: {what} (sequence number {index + 1} of the audit log). Nothing is signed. Keep the data folder as it is, run `noroshi ledger verify`, and compare with a backup."),
        index);
}
