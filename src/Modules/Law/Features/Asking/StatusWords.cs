using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>The words that addresses, verbs and JSON use for bases and statuses.</summary>
internal static class StatusWords
{
    internal const string Deposited = "deposited";
    internal const string InForce = "in-force";

    internal static string Of(CountingBasis basis) => basis == CountingBasis.Deposited ? Deposited : InForce;

    internal static CountingBasis? BasisOf(string? word) => word switch
    {
        Deposited => CountingBasis.Deposited,
        InForce => CountingBasis.InForce,
        _ => null,
    };

    /// <summary>A territory is never called a Party: the instrument is extended to it.</summary>
    internal static string Of(StateStatus status) => status.IsExtension
        ? status.Status switch
        {
            PartyStatus.Party => "extended",
            PartyStatus.Deposited => "extension-notified",
            _ => Of(status.Status),
        }
        : Of(status.Status);

    internal static string Of(PartyStatus status) => status switch
    {
        PartyStatus.Party => "party",
        PartyStatus.Signatory => "signatory",
        PartyStatus.Invited => "invited",
        PartyStatus.Deposited => "deposited",
        PartyStatus.Uncertain => "uncertain",
        _ => "not-bound",
    };
}
