namespace Noroshi.Law.Features;

/// <summary>A question as it was typed: the values of an address, a form or a verb, not yet understood.</summary>
internal sealed record BasisAsk
{
    public string? From { get; init; }

    public string? To { get; init; }

    public string? Territory { get; init; }

    public string? On { get; init; }

    public string? KnownAt { get; init; }

    public string? Measure { get; init; }

    public string? Offence { get; init; }

    public string? Data { get; init; }

    public bool Urgent { get; init; }

    /// <summary>Each <c>name=true|false|unknown</c>.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}
