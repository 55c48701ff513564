namespace Noroshi.Contacts.Domain;

/// <summary>A key with which messages of a point are checked or closed: only its fingerprint is kept here.</summary>
/// <param name="Kind"><c>openpgp</c> or <c>jws</c>.</param>
/// <param name="Fingerprint">Hexadecimal for OpenPGP, a base64url thumbprint for JWS.</param>
internal sealed record PointKey(string Kind, string Fingerprint)
{
    internal const string OpenPgp = "openpgp";
    internal const string Jws = "jws";

    /// <summary>The form it is written in: <c>openpgp:0123…</c>.</summary>
    public override string ToString() => $"{Kind}:{Fingerprint}";
}
