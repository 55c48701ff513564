using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Noroshi.Shell.Access;

/// <summary>A passkey as it is kept: binary values as base64url text, so that both databases keep them alike.</summary>
internal sealed class PasskeyRow
{
    public const string Columns =
        "credential_id AS credential, person_id AS person, name, public_key, created_at, sign_count, transports, user_verified, backup_eligible, backed_up, attestation_object, client_data_json";

    public string Credential { get; init; } = "";

    public string Person { get; init; } = "";

    public string? Name { get; init; }

    public string PublicKey { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public long SignCount { get; init; }

    public string Transports { get; init; } = "";

    public bool UserVerified { get; init; }

    public bool BackupEligible { get; init; }

    public bool BackedUp { get; init; }

    public string AttestationObject { get; init; } = "";

    public string ClientDataJson { get; init; } = "";

    public static PasskeyRow Of(string person, UserPasskeyInfo info) => new()
    {
        Credential = Base64Url.EncodeToString(info.CredentialId),
        Person = person,
        Name = info.Name,
        PublicKey = Base64Url.EncodeToString(info.PublicKey),
        CreatedAt = info.CreatedAt,
        SignCount = info.SignCount,
        Transports = string.Join(' ', info.Transports ?? []),
        UserVerified = info.IsUserVerified,
        BackupEligible = info.IsBackupEligible,
        BackedUp = info.IsBackedUp,
        AttestationObject = Base64Url.EncodeToString(info.AttestationObject),
        ClientDataJson = Base64Url.EncodeToString(info.ClientDataJson),
    };

    public UserPasskeyInfo ToInfo() => new(
        Base64Url.DecodeFromChars(Credential),
        Base64Url.DecodeFromChars(PublicKey),
        CreatedAt,
        (uint)SignCount,
        Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        UserVerified,
        BackupEligible,
        BackedUp,
        Base64Url.DecodeFromChars(AttestationObject),
        Base64Url.DecodeFromChars(ClientDataJson))
    {
        Name = Name,
    };
}
