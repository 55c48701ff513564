using System.Collections.Frozen;
using Noroshi.Exchange.Sharing;

namespace Noroshi.Exchange.Store;

/// <summary>All collections and partners as of one moment, with the members of each resolved once.</summary>
internal sealed class ExchangeBook
{
    private readonly FrozenDictionary<string, ExchangeCollection> _collections;
    private readonly FrozenDictionary<int, ExchangeCollection> _numbers;
    private readonly FrozenDictionary<string, Partner> _partners;
    private readonly FrozenDictionary<int, CollectionTerms> _terms;
    private readonly string _ownState;

    /// <param name="collections">All of them.</param>
    /// <param name="partners">All of them.</param>
    /// <param name="ownState">The state of this node.</param>
    public ExchangeBook(IReadOnlyList<ExchangeCollection> collections, IReadOnlyList<Partner> partners, string ownState)
    {
        (Collections, Partners, _ownState) = (collections, partners, ownState);
        _partners = partners.ToFrozenDictionary(partner => partner.Id, StringComparer.Ordinal);
        _collections = collections.ToFrozenDictionary(collection => collection.Id, StringComparer.Ordinal);
        _numbers = collections.ToFrozenDictionary(collection => collection.Number);
        _terms = collections.ToFrozenDictionary(collection => collection.Number, collection => collection.Terms(Audience.Of(collection.Grants.Where(grant => grant.CanRead && Counts(collection, grant.Holder)).Select(grant => grant.Party))));
    }

    /// <summary>In the order of their English titles.</summary>
    public IReadOnlyList<ExchangeCollection> Collections { get; }

    /// <summary>In the order of their English names.</summary>
    public IReadOnlyList<Partner> Partners { get; }

    /// <summary>An open collection.</summary>
    public ExchangeCollection? Collection(string id) => _collections.TryGetValue(id, out var found) && found.ClosedAt is null ? found : null;

    /// <summary>A collection, open or closed.</summary>
    public ExchangeCollection? Any(string id) => _collections.GetValueOrDefault(id);

    /// <summary>An open collection by its number.</summary>
    public ExchangeCollection? Collection(int number) => _numbers.TryGetValue(number, out var found) && found.ClosedAt is null ? found : null;

    /// <summary>A collection by its number, open or closed.</summary>
    public ExchangeCollection? Any(int number) => _numbers.GetValueOrDefault(number);

    /// <summary>A partner, shut out or not.</summary>
    public Partner? Partner(string id) => _partners.GetValueOrDefault(id);

    /// <summary>The terms of a collection.</summary>
    public CollectionTerms Terms(ExchangeCollection collection) => _terms[collection.Number];

    /// <summary>What a holder may do; null where nothing, also where its state is no member.</summary>
    public Grant? GrantOf(ExchangeCollection collection, string holder) =>
        collection.Grants.FirstOrDefault(grant => grant.Holder == holder) is { } grant && (grant.CanRead || grant.CanWrite) && Counts(collection, holder) ? grant : null;

    private bool Counts(ExchangeCollection collection, string holder) => holder.Split(':', 2) is ["partner", var id]
        ? _partners.TryGetValue(id, out var partner) && partner.EndedAt is null && collection.States.Contains(partner.State)
        : collection.States.Contains(_ownState);
}
