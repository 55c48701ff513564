using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Links that work once and not for long: 256 random bits, of which only the hash is kept.</summary>
internal sealed class OneTimeLinks(RecordStore records, TimeProvider clock)
{
    /// <summary>A new link's token; earlier unused links of the same purpose and person stop working.</summary>
    public async Task<string> IssueAsync(RecordTransaction transaction, LinkPurpose purpose, string? person, TimeSpan validFor, CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await transaction.ExecuteAsync(
            "DELETE FROM access_link WHERE purpose = @purpose AND used_at IS NULL AND COALESCE(person_id, '') = @person", new { purpose = purpose.ToString(), person = person ?? string.Empty }, cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync(
            "INSERT INTO access_link (token_hash, purpose, person_id, created_at, expires_at) VALUES (@hash, @purpose, @person, @now, @until)",
            new { hash = HashOf(token), purpose = purpose.ToString(), person, now, until = now + validFor },
            cancel).ConfigureAwait(false);
        return token;
    }

    /// <summary>Whether the link would work now; using it is a separate step.</summary>
    public async Task<bool> WorksAsync(string token, LinkPurpose purpose, CancellationToken cancel) =>
        await records.FirstAsync<int>(
            "SELECT COUNT(*) FROM access_link WHERE token_hash = @hash AND purpose = @purpose AND used_at IS NULL AND expires_at > @now",
            new { hash = HashOf(token), purpose = purpose.ToString(), now = clock.GetUtcNow() },
            cancel).ConfigureAwait(false) == 1;

    /// <summary>Uses the link up and returns the person it was for; of two uses at once, one succeeds.</summary>
    /// <exception cref="AccessException">The link does not exist, was used, or has expired: the answer does not say which.</exception>
    public async Task<string?> UseAsync(RecordTransaction transaction, string token, LinkPurpose purpose, CancellationToken cancel)
    {
        var values = new { hash = HashOf(token), purpose = purpose.ToString(), now = clock.GetUtcNow() };
        var used = await transaction.ExecuteAsync(
            "UPDATE access_link SET used_at = @now WHERE token_hash = @hash AND purpose = @purpose AND used_at IS NULL AND expires_at > @now", values, cancel).ConfigureAwait(false);
        if (used != 1) throw new AccessException("LinkDead", "The link was used already or has expired. Ask for a new one.");
        return await transaction.FirstAsync<string?>("SELECT person_id FROM access_link WHERE token_hash = @hash", values, cancel).ConfigureAwait(false);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
