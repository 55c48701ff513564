using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Tokens by which machines of an organisation call the API. Issuing, revoking and refused uses are audited.</summary>
public sealed class ApiTokens
{
    /// <summary>No token lives longer than this.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(366);

    private const string Columns = "id, name, secret_hash, organisation_id, scopes, created_by, created_at, expires_at, revoked_at, last_used_at";
    private static readonly TimeSpan UseGranularity = TimeSpan.FromMinutes(1);
    private readonly RecordStore _records;
    private readonly TimeProvider _clock;

    internal ApiTokens(RecordStore records, TimeProvider clock) => (_records, _clock) = (records, clock);

    /// <summary>Makes a token; its text is in the answer and nowhere else.</summary>
    /// <exception cref="AccessException">Name, scopes, lifetime or organisation are not acceptable.</exception>
    public Task<IssuedToken> IssueAsync(string name, string organisationId, IReadOnlyList<TokenScope> scopes, TimeSpan life, Actor by, CancellationToken cancel)
    {
        if (!PlainText.Fits(name, 100)) throw new AccessException("TokenNameMalformed", "A token's name has 1 to 100 characters.");
        if (scopes.Count == 0) throw new AccessException("ScopeMissing", "Give at least one scope.");
        if (life <= TimeSpan.Zero || life > LongestLife) throw new AccessException("LifetimeMalformed", "A token lives between one day and one year.");
        return _records.TransactAsync(
            async transaction =>
            {
                if (await transaction.FirstAsync<int>("SELECT COUNT(*) FROM organisation WHERE id = @organisationId", new { organisationId }, cancel).ConfigureAwait(false) == 0)
                    throw new AccessException("OrganisationUnknown", $"There is no organisation '{organisationId}'.");
                var (id, text) = TokenText.New();
                var now = _clock.GetUtcNow();
                var scopeText = string.Join(' ', scopes.Distinct().Order());
                await transaction.ExecuteAsync(
                    "INSERT INTO api_token (id, name, secret_hash, organisation_id, scopes, created_by, created_at, expires_at) VALUES (@id, @name, @hash, @organisationId, @scopeText, @by, @now, @until)",
                    new { id, name = name.Trim(), hash = Convert.ToHexStringLower(TokenText.Hash(text)), organisationId, scopeText, by = by.Id, now, until = now + life },
                    cancel).ConfigureAwait(false);
                await AuditLog.RecordAsync(transaction, Event("access.token.issued", by, id, new() { ["name"] = name.Trim(), ["organisation"] = organisationId, ["scopes"] = scopeText }), cancel).ConfigureAwait(false);
                return new IssuedToken(id, text);
            },
            cancel);
    }

    /// <summary>All tokens, newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancel) =>
        [.. (await _records.QueryAsync<Row>($"SELECT {Columns} FROM api_token ORDER BY created_at DESC, id", null, cancel).ConfigureAwait(false)).Select(row => row.ToToken())];

    /// <summary>Ends a token for good.</summary>
    /// <exception cref="AccessException">There is no such token, or it was revoked before.</exception>
    public Task RevokeAsync(string id, Actor by, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            if (await transaction.ExecuteAsync("UPDATE api_token SET revoked_at = @now WHERE id = @id AND revoked_at IS NULL", new { id, now = _clock.GetUtcNow() }, cancel).ConfigureAwait(false) == 0)
                throw new AccessException("TokenUnknown", "There is no such token, or it was revoked before.");
            await AuditLog.RecordAsync(transaction, Event("access.token.revoked", by, id, []), cancel).ConfigureAwait(false);
        },
        cancel);

    /// <summary>The token whose text this is, if it may be used now; <c>null</c> otherwise. A refused use of a known token is audited.</summary>
    internal async Task<ApiToken?> CheckAsync(string text, CancellationToken cancel)
    {
        if (!TokenText.TryReadId(text, out var id)) return null;
        var row = await _records.FirstAsync<Row>($"SELECT {Columns} FROM api_token WHERE id = @id", new { id }, cancel).ConfigureAwait(false);
        if (row is null) return null;
        var now = _clock.GetUtcNow();
        var reason = !TokenText.Fits(text, row.SecretHash) ? "wrong secret" : row.RevokedAt is not null ? "revoked" : row.ExpiresAt <= now ? "expired" : null;
        if (reason is not null)
        {
            await _records.TransactAsync(
                transaction => AuditLog.RecordAsync(transaction, new AuditEvent(now, "access.token.refused", "token:" + id, row.OrganisationId, "token:" + id, false, new Dictionary<string, string> { ["reason"] = reason }), cancel),
                cancel).ConfigureAwait(false);
            return null;
        }

        // "Last used" is for people; writing it at every call would make each read of the API a write.
        if (row.LastUsedAt is null || now - row.LastUsedAt >= UseGranularity)
            await _records.ExecuteAsync("UPDATE api_token SET last_used_at = @now WHERE id = @id", new { id, now }, cancel).ConfigureAwait(false);
        return row.ToToken();
    }

    private AuditEvent Event(string act, Actor by, string id, Dictionary<string, string> details) =>
        new(_clock.GetUtcNow(), act, by.Id, by.Organisation, "token:" + id, true, details);

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string SecretHash { get; init; } = "";

        public string OrganisationId { get; init; } = "";

        public string Scopes { get; init; } = "";

        public string CreatedBy { get; init; } = "";

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset ExpiresAt { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public DateTimeOffset? LastUsedAt { get; init; }

        public ApiToken ToToken() => new(
            Id, Name, OrganisationId, [.. Scopes.Split(' ').Select(Enum.Parse<TokenScope>)], CreatedBy, CreatedAt, ExpiresAt, RevokedAt, LastUsedAt);
    }
}
