using Noroshi.Exchange.Sharing;

namespace Noroshi.Exchange.Store;

/// <summary>An object that may leave.</summary>
/// <param name="Row">As it is kept.</param>
/// <param name="Content">What leaves of it.</param>
/// <param name="Decision">Why it may.</param>
internal sealed record LeavingObject(KeptObject Row, ReadOnlyMemory<byte> Content, ReleaseDecision Decision);
