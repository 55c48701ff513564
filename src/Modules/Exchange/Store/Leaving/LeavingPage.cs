namespace Noroshi.Exchange.Store;

/// <summary>A page of what may leave.</summary>
/// <param name="Objects">In the order of addition.</param>
/// <param name="More">There may be more behind it.</param>
/// <param name="Last">The place up to which was looked.</param>
/// <param name="Withheld">How many fitted the question and stay.</param>
internal sealed record LeavingPage(IReadOnlyList<LeavingObject> Objects, bool More, long Last, int Withheld);
