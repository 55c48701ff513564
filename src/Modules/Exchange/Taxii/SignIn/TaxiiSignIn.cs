using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;
using Noroshi.Contracts;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>Finds out whose machine calls: a partner by Basic or bearer, an organisation of this node by its API token. Cookies of people count for nothing here.</summary>
internal sealed class TaxiiSignIn(ExchangeDirectory directory, PartnerSecrets secrets, IAuditLog log, NodeOptions options, TimeProvider clock)
{
    private static readonly TimeSpan _oneAMinute = TimeSpan.FromMinutes(1);
    private readonly CountryCode _ownState = CountryCode.TryParse(options.State, out var code) ? code : CountryCode.Unknown;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _told = new(StringComparer.Ordinal);

    /// <summary>The caller; null when nobody is known by what was sent.</summary>
    public async ValueTask<TaxiiCaller?> WhoAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return Basic(header[6..].Trim()) is var (name, secret) ? await PartnerAsync(name, secret, context.RequestAborted).ConfigureAwait(false) : null;
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return null;
        if (context.User.Identity?.IsAuthenticated == true && context.User.IsToken()) return OwnOrganisation(context);
        return PartnerToken.Read(header[7..].Trim()) is var (partner, token) ? await PartnerAsync(partner, token, context.RequestAborted).ConfigureAwait(false) : null;
    }

    private async ValueTask<TaxiiCaller?> PartnerAsync(string name, string secret, CancellationToken cancel)
    {
        var partner = (await directory.BookAsync(cancel).ConfigureAwait(false)).Partner(name) is { EndedAt: null } known ? known : null;
        if (!await secrets.IsRightAsync(name, partner?.SecretHash, secret, cancel).ConfigureAwait(false) || partner is null)
        {
            await TellAsync(name, partner is not null, cancel).ConfigureAwait(false);
            return null;
        }

        return new TaxiiCaller(Grant.Partner(partner.Id), partner.NameEn, partner.State, Recipient.Node(partner.Id, CountryCode.TryParse(partner.State, out var state) ? state : CountryCode.Unknown), true, true);
    }

    private TaxiiCaller? OwnOrganisation(HttpContext context) => context.User.OrganisationId() is not { Length: > 0 } organisation ? null : new TaxiiCaller(
        Grant.Organisation(organisation), context.User.DisplayName(), options.State, Recipient.Organisation(organisation, _ownState), context.User.HasScope(TokenScope.Read), context.User.HasScope(TokenScope.Import));

    // Each refused use of a partner's name is worth knowing; a thousand in a minute are worth knowing once.
    private async ValueTask TellAsync(string name, bool known, CancellationToken cancel)
    {
        if (!known) return;
        var now = clock.GetUtcNow();
        if (_told.TryGetValue(name, out var last) && now - last < _oneAMinute) return;
        _told[name] = now;
        await ExchangeActs.RefusedAsync(log, now, name, cancel).ConfigureAwait(false);
    }

    private static (string Name, string Secret)? Basic(string encoded)
    {
        if (encoded.Length > 1024) return null;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= 64 ? (text[..colon], text[(colon + 1)..]) : null;
    }
}
