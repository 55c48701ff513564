using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>
/// The one door: whether an object may leave, to whom, and without which parts. A pure function; <c>docs/en/reference/sharing-rules.md</c> says the same in words.
/// </summary>
internal static class ReleaseRules
{
    /// <summary>Decides about one object.</summary>
    /// <param name="item">A STIX object.</param>
    /// <param name="book">The marking-definitions that are known.</param>
    /// <param name="handling">What is known of the object besides.</param>
    /// <param name="terms">Those of the collection that it would leave from.</param>
    /// <param name="request">Who asks, how, when, for what.</param>
    public static ReleaseDecision Decide(JsonElement item, MarkingBook book, Handling handling, CollectionTerms terms, ReleaseRequest request)
    {
        if (!IsObject(item)) return ReleaseDecision.Deny(ReleaseReason.NotAnObject, ReleaseRule.Readable);
        if (!terms.Members.Includes(request.Recipient)) return ReleaseDecision.Deny(ReleaseReason.NotAMember, ReleaseRule.Membership);
        if (Breach(handling, request) is { } breach) return ReleaseDecision.Deny(breach, ReleaseRule.UseConditions);
        if (terms.FourEyes && !IsApproved(handling, request.Recipient)) return ReleaseDecision.Deny(ReleaseReason.NotApproved, ReleaseRule.FourEyes);
        if (MarkedParts.Read(item, book) is not { } marked) return ReleaseDecision.Deny(ReleaseReason.UnreadableMarkings, ReleaseRule.Readable);
        var whole = LevelRules.Decide(marked.Whole, handling, terms, request);
        if (whole.Verdict == ReleaseVerdict.Deny) return whole;
        HashSet<string> removed = new(StringComparer.Ordinal);
        foreach (var (marking, selectors) in marked.Parts)
        {
            if (LevelRules.Decide(marked.Whole.With(marking), handling, terms, request).Verdict == ReleaseVerdict.Deny) removed.UnionWith(selectors);
        }

        if (removed.Count == 0) return whole with { Released = item };
        return Redaction.Apply(item, removed) is { } rest
            ? new ReleaseDecision(ReleaseVerdict.Redact, ReleaseReason.PartsRemoved, ReleaseRule.Redaction, whole.Tlp) { Released = rest.Object, Removed = rest.Removed }
            : ReleaseDecision.Deny(ReleaseReason.CannotRedact, ReleaseRule.Redaction, whole.Tlp);
    }

    private static bool IsObject(JsonElement item) => item.ValueKind == JsonValueKind.Object
        && item.TryGetProperty("type"u8, out var type) && type.ValueKind == JsonValueKind.String && !type.ValueEquals("bundle"u8)
        && item.TryGetProperty("id"u8, out var id) && id.ValueKind == JsonValueKind.String;

    private static ReleaseReason? Breach(Handling handling, ReleaseRequest request)
    {
        var conditions = handling.Conditions;
        if (conditions.Until is { } until && request.At >= until) return ReleaseReason.Expired;
        if (conditions.OnlyCase is { } only && !string.Equals(only, request.Case, StringComparison.Ordinal)) return ReleaseReason.OtherCase;
        if (conditions.OnlyPurposes is { } purposes && (request.Purpose == Purpose.Unstated || !purposes.Contains(request.Purpose))) return ReleaseReason.OtherPurpose;
        return conditions.NoOnward && !request.Recipient.House.Any(handling.Addressed.Names) ? ReleaseReason.NoOnwardSharing : null;
    }

    // Whoever would receive it cannot be one of the two pairs of eyes.
    private static bool IsApproved(Handling handling, Recipient recipient) =>
        handling.Approvers.Where(id => id.Length > 0 && Party.Person(id) != recipient.Self).Distinct(StringComparer.Ordinal).Take(2).Count() == 2;
}
