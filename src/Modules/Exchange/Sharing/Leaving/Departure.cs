using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>One thing that left: what, to whom, by which way, under which rule. It is written before the thing is handed out.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Exit">The way out.</param>
/// <param name="Collection">Under whose terms.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="ObjectId">What.</param>
/// <param name="Version">Its <c>modified</c>, or else its <c>created</c>; empty for what has neither.</param>
/// <param name="Tlp">Under which level it was looked at.</param>
/// <param name="Reason">Code of the reason.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Removed">Selectors of what was removed; empty when it left whole.</param>
/// <param name="Purpose">What it was asked for.</param>
/// <param name="Case">The case it was asked for.</param>
internal sealed record Departure(
    DateTimeOffset At,
    Exit Exit,
    string Collection,
    Party Recipient,
    string ObjectId,
    string Version,
    Tlp Tlp,
    string Reason,
    string Rule,
    IReadOnlyList<string> Removed,
    Purpose Purpose,
    string? Case);
