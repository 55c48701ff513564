using System.Text.RegularExpressions;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell.Asking;
using Noroshi.Shell.Audit;

namespace Noroshi.Exchange.Features;

/// <summary>Adds partners, gives them secrets, shuts them out. A secret is said once, and kept nowhere but as a slow hash.</summary>
internal sealed partial class KeepPartners(ExchangeDirectory directory, TimeProvider clock)
{
    /// <summary>Adds a partner; returns its secret.</summary>
    /// <exception cref="WrongAskException">A field is wrong, or the name is taken.</exception>
    public async Task<string> AddAsync(string id, string nameEn, string nameJa, string state, Actor by, CancellationToken cancel)
    {
        if (!Name().IsMatch(id)) throw new WrongAskException("id", $"'{WrongAskException.Cut(id)}' is no short name.", "Use 2 to 32 lower-case letters, digits or hyphens, beginning with a letter.");
        if (!CountryCode.TryParse(state, out var code)) throw new WrongAskException("state", $"'{WrongAskException.Cut(state)}' is no code of a state.", "Use two letters, for example PH.");
        var (secret, now) = (PartnerSecrets.New(), clock.GetUtcNow());
        var partner = new Partner
        {
            Id = id,
            NameEn = EntryText.Read(nameEn, "name-en", 120),
            NameJa = EntryText.Read(nameJa, "name-ja", 120),
            State = code.ToString(),
            SecretHash = PartnerSecrets.Hash(secret),
            SecretAt = now,
            CreatedAt = now,
            CreatedBy = by.Id,
        };
        return await directory.AddAsync(partner, by, cancel) ? secret : throw new WrongAskException("id", $"There is or was a partner '{id}'.", "Choose another name; names are not used twice.");
    }

    /// <summary>Gives another secret; the old one is worth nothing from now on. Null where there is no such partner.</summary>
    public async Task<string?> RenewAsync(string id, Actor by, CancellationToken cancel)
    {
        if ((await directory.BookAsync(cancel)).Partner(id) is not { EndedAt: null } partner) return null;
        var secret = PartnerSecrets.New();
        return await directory.ChangeAsync(partner with { SecretHash = PartnerSecrets.Hash(secret), SecretAt = clock.GetUtcNow() }, by, cancel) ? secret : null;
    }

    /// <summary>Shuts a partner out for good.</summary>
    public async Task<bool> EndAsync(string id, Actor by, CancellationToken cancel) =>
        (await directory.BookAsync(cancel)).Partner(id) is { EndedAt: null } partner && await directory.ChangeAsync(partner with { EndedAt = clock.GetUtcNow() }, by, cancel);

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
