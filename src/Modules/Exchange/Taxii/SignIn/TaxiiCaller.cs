using Noroshi.Exchange.Sharing;

namespace Noroshi.Exchange.Taxii;

/// <summary>Whose machine calls.</summary>
/// <param name="Holder"><c>partner:…</c> or <c>organisation:…</c>.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="State">ISO code.</param>
/// <param name="Recipient">As the release rules know it.</param>
/// <param name="MayRead">The credential lets it read.</param>
/// <param name="MayWrite">The credential lets it write.</param>
internal sealed record TaxiiCaller(string Holder, string Name, string State, Recipient Recipient, bool MayRead, bool MayWrite)
{
    /// <summary>A partner, as opposed to an organisation of this node.</summary>
    public bool IsPartner => Holder.StartsWith("partner:", StringComparison.Ordinal);
}
