namespace Noroshi.Contracts;

/// <summary>One security-relevant act: who did what to what, with what outcome. Immutable once recorded.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Act">A dotted verb, for example <c>sign-in.password</c>, <c>observatory.import</c>.</param>
/// <param name="Actor">User id, token id or <c>system</c>.</param>
/// <param name="Organisation">The actor's organisation id, when known.</param>
/// <param name="Subject">What was acted on, for example <c>sensor:telescope-1</c>.</param>
/// <param name="Succeeded">False for refused or failed attempts.</param>
/// <param name="Details">Small structured facts; never secrets.</param>
public sealed record AuditEvent(
    DateTimeOffset At,
    string Act,
    string Actor,
    string? Organisation,
    string? Subject,
    bool Succeeded,
    IReadOnlyDictionary<string, string>? Details = null);
