using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Noroshi.Federation;

namespace Noroshi.Tests.Federation;

public sealed class SealingTests
{
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly Jwk Public = Jwk.Of(Key.ExportParameters(false), Jwk.ForSigning);

    /// <summary>RFC 7518, appendix C.</summary>
    [Fact]
    public void Derive_WithTheVectorOfTheRfc_GivesItsKey()
    {
        byte[] secret =
        [
            158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128, 106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
        ];

        Base64UrlEncoder.Encode(Jwe.Derive(secret, "A128GCM", "Alice"u8.ToArray(), "Bob"u8.ToArray(), 16)).ShouldBe("VqqN6vgjbSBcIijNcacQGg");
    }

    /// <summary>RFC 7638, section 3.1, says how; the example there is RSA, so this one was computed with a tool apart.</summary>
    [Fact]
    public void Kid_OfAKey_IsTheThumbprintOverItsRequiredMembers()
    {
        var json = $$"""{"crv":"P-256","kty":"EC","x":"{{Public.X}}","y":"{{Public.Y}}"}""";
        Public.Kid.ShouldBe(Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json))));
    }

    [Fact]
    public async Task Jws_WhenSigned_IsVerifiedByItsKeyAlone()
    {
        var signed = Jws.Sign("""{"a":1}""", "t+jws", Key, Public.Kid);

        (await Jws.VerifyAsync(signed, "t+jws", Public)).ShouldBe("""{"a":1}""");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Should.ThrowAsync<SealException>(() => Jws.VerifyAsync(signed, "t+jws", Jwk.Of(other.ExportParameters(false), Jwk.ForSigning)));
    }

    [Fact]
    public async Task Jws_WhenShownAsAnotherKindOfStatement_IsRefused() =>
        await Should.ThrowAsync<SealException>(() => Jws.VerifyAsync(Jws.Sign("{}", "receipt+jws", Key, Public.Kid), "message+jws", Public));

    [Theory]
    [InlineData("""{"alg":"none","typ":"t+jws"}""")]
    [InlineData("""{"alg":"HS256","typ":"t+jws"}""")]
    [InlineData("""{"alg":"ES384","typ":"t+jws"}""")]
    public async Task Jws_WhenAnotherAlgorithmIsNamed_IsRefused(string header)
    {
        var parts = Jws.Sign("""{"a":1}""", "t+jws", Key, Public.Kid).Split('.');

        await Should.ThrowAsync<SealException>(() => Jws.VerifyAsync($"{Base64UrlEncoder.Encode(header)}.{parts[1]}.{parts[2]}", "t+jws", Public));
        await Should.ThrowAsync<SealException>(() => Jws.VerifyAsync($"{Base64UrlEncoder.Encode(header)}.{parts[1]}.", "t+jws", Public));
    }

    [Fact]
    public async Task Jws_WhenAnyCharacterChanges_IsRefused()
    {
        var signed = Jws.Sign("""{"a":1}""", "t+jws", Key, Public.Kid);
        for (var i = 0; i < signed.Length; i += 7)
        {
            if (signed[i] == '.') continue;
            var altered = signed[..i] + (signed[i] == 'A' ? 'B' : 'A') + signed[(i + 1)..];
            // The last character of a part has bits that mean nothing; the text itself must still be another.
            await Should.ThrowAsync<SealException>(() => Jws.VerifyAsync(altered, "t+jws", Public), altered);
        }
    }

    [Fact]
    public void Jwe_WhenSealed_IsOpenedByTheReceiverAlone()
    {
        using var receiver = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var key = Jwk.Of(receiver.ExportParameters(false), Jwk.ForSealing);
        var sealedText = Jwe.Seal("signed.text.here", key);

        sealedText.ShouldNotContain("signed");
        Jwe.Open(sealedText, kid => kid == key.Kid ? receiver : null).ShouldBe("signed.text.here");
        Should.Throw<SealException>(() => Jwe.Open(sealedText, _ => null));
        using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Should.Throw<SealException>(() => Jwe.Open(sealedText, _ => other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("e30..AAAA.AAAA.AAAA")]
    [InlineData("bm90IGpzb24..AAAA.AAAA.AAAA")]
    public void Jwe_WhenMalformed_IsRefusedWithAReason(string text)
    {
        using var receiver = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        Should.Throw<SealException>(() => Jwe.Open(text, _ => receiver)).Message.ShouldNotBeEmpty();
    }

    [Fact]
    public void Jwe_WhenTheEphemeralPointIsNotOnTheCurve_IsRefused()
    {
        using var receiver = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var parts = Jwe.Seal("x", Jwk.Of(receiver.ExportParameters(false), Jwk.ForSealing)).Split('.');
        var point = Base64UrlEncoder.Encode(new byte[32]);
        var header = Base64UrlEncoder.Encode($$$"""{"alg":"ECDH-ES","enc":"A256GCM","kid":"k","epk":{"kty":"EC","crv":"P-256","x":"{{{point}}}","y":"{{{point}}}"}}""");

        Should.Throw<SealException>(() => Jwe.Open(string.Join('.', header, "", parts[2], parts[3], parts[4]), _ => receiver));
    }
}
