namespace Noroshi.Shell.Access;

/// <summary>An API token as administrators see it: everything but the secret.</summary>
public sealed record ApiToken(
    string Id,
    string Name,
    string OrganisationId,
    IReadOnlyList<TokenScope> Scopes,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt);
