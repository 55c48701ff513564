using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Noroshi.Exchange.Taxii;

/// <summary>
/// Secrets of partners: hashed slowly, and checked so only once. What was right is remembered by a keyed digest of it for as long as the process lives,
/// so that a request costs a digest; what was wrong costs its sender time.
/// </summary>
internal sealed class PartnerSecrets : IDisposable
{
    private const int Iterations = 210_000;
    private const int MostRemembered = 4096;
    private const int MostWaiting = 8;
    private const int LongestSecret = 256;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, byte[]> _right = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _wrong = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _nobody = Hash("nobody");
    private int _waiting;

    /// <summary>A new secret: 256 random bits.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The slow hash that is kept of a secret.</summary>
    public static string Hash(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return string.Create(CultureInfo.InvariantCulture, $"{Iterations}.{Convert.ToHexStringLower(salt)}.{Convert.ToHexStringLower(Slow(secret, salt, Iterations))}");
    }

    /// <summary>Whether a secret is that of a hash. A partner that is not there costs the same time.</summary>
    /// <param name="partner">Name of the partner, known or not.</param>
    /// <param name="kept">Its hash; null where there is no such partner.</param>
    /// <param name="secret">What was sent.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="TaxiiException">Too many secrets wait to be checked.</exception>
    public async ValueTask<bool> IsRightAsync(string partner, string? kept, string secret, CancellationToken cancel)
    {
        if (secret.Length is 0 or > LongestSecret) return false;
        var digest = Digest(partner, kept ?? "", secret);
        // The digest covers the hash, so that a new secret makes the old one wrong at once.
        if (_right.TryGetValue(partner, out var known) && CryptographicOperations.FixedTimeEquals(known, digest)) return kept is not null;
        var name = Convert.ToBase64String(digest);
        if (_wrong.ContainsKey(name)) return false;
        if (Interlocked.Increment(ref _waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            throw new TaxiiException(429, "Too many sign-ins at once", "Other secrets are being checked. Try again shortly.") { RetryAfter = 2 };
        }

        try
        {
            await _turn.WaitAsync(cancel).ConfigureAwait(false);
            try
            {
                // Many machines of one partner come at once after a start: the first has paid for all.
                if (_right.TryGetValue(partner, out known) && CryptographicOperations.FixedTimeEquals(known, digest)) return kept is not null;
                if (_wrong.ContainsKey(name)) return false;
                var right = await Task.Run(() => Fits(secret, kept ?? _nobody), cancel).ConfigureAwait(false) && kept is not null;
                if (right)
                {
                    if (_right.Count >= MostRemembered) _right.Clear();
                    _right[partner] = digest;
                }
                else
                {
                    if (_wrong.Count >= MostRemembered) _wrong.Clear();
                    _wrong[name] = 0;
                }

                return right;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private byte[] Digest(string partner, string kept, string secret) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{partner.Length}:{partner}{kept.Length}:{kept}{secret}")));

    private static bool Fits(string secret, string kept) =>
        kept.Split('.') is [var iterations, var salt, var hash]
        && CryptographicOperations.FixedTimeEquals(Slow(secret, Convert.FromHexString(salt), int.Parse(iterations, CultureInfo.InvariantCulture)), Convert.FromHexString(hash));

    private static byte[] Slow(string secret, byte[] salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), salt, iterations, HashAlgorithmName.SHA512, 32);
}
