using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Noroshi.Shell.Access;

/// <summary>Passkeys: public keys and counters; there is nothing secret in them.</summary>
internal sealed partial class PersonStore : IUserPasskeyStore<Person>
{
    public async Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        // A credential belongs to whoever registered it first; a second person cannot take it over.
        var kept = await records.ExecuteAsync(
            """
            INSERT INTO passkey (credential_id, person_id, name, public_key, created_at, sign_count, transports, user_verified, backup_eligible, backed_up, attestation_object, client_data_json)
            VALUES (@Credential, @Person, @Name, @PublicKey, @CreatedAt, @SignCount, @Transports, @UserVerified, @BackupEligible, @BackedUp, @AttestationObject, @ClientDataJson)
            ON CONFLICT (credential_id) DO UPDATE SET name = excluded.name, sign_count = excluded.sign_count,
                user_verified = excluded.user_verified, backed_up = excluded.backed_up
            WHERE passkey.person_id = excluded.person_id
            """,
            PasskeyRow.Of(user.Id, passkey),
            cancellationToken).ConfigureAwait(false);
        if (kept == 0) throw new InvalidOperationException("This passkey is registered already.");
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken)
    {
        var rows = await records.QueryAsync<PasskeyRow>($"SELECT {PasskeyRow.Columns} FROM passkey WHERE person_id = @Id ORDER BY created_at", new { user.Id }, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToInfo())];
    }

    public Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        FindAsync("id = (SELECT person_id FROM passkey WHERE credential_id = @value)", Base64Url.EncodeToString(credentialId), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var row = await records.FirstAsync<PasskeyRow>(
            $"SELECT {PasskeyRow.Columns} FROM passkey WHERE person_id = @Id AND credential_id = @credential",
            new { user.Id, credential = Base64Url.EncodeToString(credentialId) },
            cancellationToken).ConfigureAwait(false);
        return row?.ToInfo();
    }

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => records.ExecuteAsync(
        "DELETE FROM passkey WHERE person_id = @Id AND credential_id = @credential", new { user.Id, credential = Base64Url.EncodeToString(credentialId) }, cancellationToken);
}
