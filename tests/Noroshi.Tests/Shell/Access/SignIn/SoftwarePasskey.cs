using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Noroshi.Tests.Shell.Access.SignIn;

/// <summary>An authenticator as a browser would drive it (WebAuthn level 3, ES256, no attestation), for tests.</summary>
internal sealed class SoftwarePasskey : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string? _owner;

    public byte[] Id { get; } = RandomNumberGenerator.GetBytes(32);

    public uint Count { get; set; } = 1;

    public bool OwnerVerified { get; set; } = true;

    /// <summary>Answers a creation challenge.</summary>
    public string Create(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        _owner = asked["user"]!["id"]!.GetValue<string>();
        var client = Client("webauthn.create", asked, origin);
        var point = _key.ExportParameters(false).Q;
        // COSE key: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32, .. point.X!, 0x22, 0x58, 32, .. point.Y!];
        byte[] data = [.. Data(asked["rp"]!["id"]!.GetValue<string>(), attested: true), .. new byte[16], 0, (byte)Id.Length, .. Id, .. cose];
        // {"fmt": "none", "attStmt": {}, "authData": bytes}
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x59, (byte)(data.Length >> 8), (byte)data.Length, .. data];
        return Credential(new JsonObject { ["clientDataJSON"] = Text(client), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Answers a sign-in challenge.</summary>
    public string Get(string options, string origin)
    {
        var asked = JsonNode.Parse(options)!;
        var client = Client("webauthn.get", asked, origin);
        var data = Data(asked["rpId"]!.GetValue<string>(), attested: false);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = _owner });
    }

    public void Dispose() => _key.Dispose();

    private static byte[] Client(string type, JsonNode asked, string origin) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        new { type, challenge = asked["challenge"]!.GetValue<string>(), origin, crossOrigin = false }));

    private byte[] Data(string party, bool attested)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(party), data);
        data[32] = (byte)(0x01 | (OwnerVerified ? 0x04 : 0) | (attested ? 0x40 : 0));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), Count++);
        return data;
    }

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Text(Id),
        ["rawId"] = Text(Id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
