using Noroshi.Kernel;

namespace Noroshi.Exchange.Sharing;

/// <summary>What a set of markings means for a recipient: TLP 2.0 as FIRST defines it, read for a node that passes things on.</summary>
internal static class LevelRules
{
    public static ReleaseDecision Decide(MarkingSet markings, Handling handling, CollectionTerms terms, ReleaseRequest request)
    {
        if (markings.HasUnknown) return ReleaseDecision.Deny(ReleaseReason.UnknownMarking, ReleaseRule.UnknownMarking);
        if ((markings.Tlp ?? terms.Unmarked) is not { } level) return ReleaseDecision.Deny(ReleaseReason.NotMarked, ReleaseRule.MissingMarking);
        if (level > terms.Ceiling) return ReleaseDecision.Deny(ReleaseReason.AboveCeiling, ReleaseRule.Ceiling, level);
        if (markings.Pap > terms.Honours) return ReleaseDecision.Deny(ReleaseReason.UseNotHonoured, ReleaseRule.Pap, level);
        if (markings.HasStatement && !terms.AcceptsStatements) return ReleaseDecision.Deny(ReleaseReason.StatementNotAccepted, ReleaseRule.Statement, level);
        return level switch
        {
            Tlp.Clear => new ReleaseDecision(ReleaseVerdict.Allow, ReleaseReason.NoLimit, ReleaseRule.TlpClear, level),
            Tlp.Green => Green(handling, terms, request),
            Tlp.Amber => Amber(handling, terms, request),
            Tlp.AmberStrict => Strict(handling, terms, request),
            _ => Red(handling, terms, request),
        };
    }

    // Wider than AMBER, so whoever may have that may have this, in the community or not.
    private static ReleaseDecision Green(Handling handling, CollectionTerms terms, ReleaseRequest request)
    {
        if (terms.Community.NamesAnyOf(request.Recipient)) return new ReleaseDecision(ReleaseVerdict.Allow, ReleaseReason.WithinCommunity, ReleaseRule.TlpGreen, Tlp.Green);
        return Ground(handling, terms, request.Recipient) is { } ground
            ? new ReleaseDecision(ReleaseVerdict.Allow, ground, ReleaseRule.TlpGreen, Tlp.Green)
            : ReleaseDecision.Deny(ReleaseReason.OutsideCommunity, ReleaseRule.TlpGreen, Tlp.Green);
    }

    private static ReleaseDecision Amber(Handling handling, CollectionTerms terms, ReleaseRequest request)
    {
        if (Ground(handling, terms, request.Recipient) is not { } ground) return ReleaseDecision.Deny(ReleaseReason.OutsideOrganisation, ReleaseRule.TlpAmber, Tlp.Amber);
        return terms.NeedToKnow.Contains(request.Purpose)
            ? new ReleaseDecision(ReleaseVerdict.Allow, ground, ReleaseRule.TlpAmber, Tlp.Amber)
            : ReleaseDecision.Deny(ReleaseReason.NoNeedToKnow, ReleaseRule.TlpAmber, Tlp.Amber);
    }

    private static ReleaseDecision Strict(Handling handling, CollectionTerms terms, ReleaseRequest request)
    {
        if (!request.Recipient.House.Any(party => IsAddressed(party, handling, terms))) return ReleaseDecision.Deny(ReleaseReason.OutsideOrganisation, ReleaseRule.TlpAmberStrict, Tlp.AmberStrict);
        if (!terms.NeedToKnow.Contains(request.Purpose)) return ReleaseDecision.Deny(ReleaseReason.NoNeedToKnow, ReleaseRule.TlpAmberStrict, Tlp.AmberStrict);
        return new ReleaseDecision(ReleaseVerdict.Allow, ReleaseReason.WithinOrganisation, ReleaseRule.TlpAmberStrict, Tlp.AmberStrict);
    }

    private static ReleaseDecision Red(Handling handling, CollectionTerms terms, ReleaseRequest request)
    {
        if (request.Exit is Exit.Taxii or Exit.Push) return ReleaseDecision.Deny(ReleaseReason.ExitTooWide, ReleaseRule.TlpRed, Tlp.Red);
        if (request.Recipient.Self.Kind != PartyKind.Person || !handling.Addressed.Names(request.Recipient.Self)) return ReleaseDecision.Deny(ReleaseReason.NotNamed, ReleaseRule.TlpRed, Tlp.Red);
        if (!terms.NeedToKnow.Contains(request.Purpose)) return ReleaseDecision.Deny(ReleaseReason.NoNeedToKnow, ReleaseRule.TlpRed, Tlp.Red);
        return new ReleaseDecision(ReleaseVerdict.Allow, ReleaseReason.NamedRecipient, ReleaseRule.TlpRed, Tlp.Red);
    }

    private static ReleaseReason? Ground(Handling handling, CollectionTerms terms, Recipient recipient)
    {
        if (recipient.House.Any(party => IsAddressed(party, handling, terms))) return ReleaseReason.WithinOrganisation;
        return recipient.ClientOf.Any(party => IsAddressed(party, handling, terms)) ? ReleaseReason.ClientOfAddressed : null;
    }

    // What is our own we may address, and putting it into a collection addresses its members; what was received only its source addresses.
    private static bool IsAddressed(Party party, Handling handling, CollectionTerms terms) => handling.Addressed.Names(party) || (handling.IsOwn && terms.Members.Names(party));
}
