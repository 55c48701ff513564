using System.Text.Json;
using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>What the rules say, and why.</summary>
/// <param name="Verdict">Allow, redact or deny.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rule">The rule that decided.</param>
/// <param name="Tlp">The level under which it was looked at; null when that was not reached.</param>
internal sealed record ReleaseDecision(ReleaseVerdict Verdict, ReleaseReason Reason, ReleaseRule Rule, Tlp? Tlp)
{
    /// <summary>What may be handed out: the object, or what is left of it. Null when it stays.</summary>
    public JsonElement? Released { get; init; }

    /// <summary>Selectors of what was removed.</summary>
    public IReadOnlyList<string> Removed { get; init; } = [];

    /// <summary>For example <c>outside-community</c>.</summary>
    public string ReasonCode => Hyphened(Reason.ToString());

    /// <summary>For example <c>tlp-green</c>.</summary>
    public string RuleName => Hyphened(Rule.ToString());

    internal static ReleaseDecision Deny(ReleaseReason reason, ReleaseRule rule, Tlp? level = null) => new(ReleaseVerdict.Deny, reason, rule, level);

    private static string Hyphened(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
