using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>Seals the place where the next page begins, together with the question that it continues. Nothing is kept for it, and nobody can make one.</summary>
internal sealed class NextToken(RecordStore records) : IDisposable
{
    private const int Plain = 8;
    private const int Nonce = 12;
    private const int Tag = 16;
    private AesGcm? _key;

    /// <summary>Makes the key ready; to be called before the first use.</summary>
    public async ValueTask PrepareAsync(CancellationToken cancel)
    {
        if (_key is not null) return;
        var fresh = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var kept = await records.TransactAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync("UPDATE exchange_clock SET token_key = @fresh WHERE id = 1 AND token_key = ''", new { fresh }, cancel).ConfigureAwait(false);
                return await transaction.FirstAsync<string>("SELECT token_key FROM exchange_clock WHERE id = 1", null, cancel).ConfigureAwait(false);
            },
            cancel).ConfigureAwait(false);
        _key ??= new AesGcm(Convert.FromHexString(kept!), Tag);
    }

    /// <summary>The token of a place.</summary>
    /// <param name="place">The page begins behind it.</param>
    /// <param name="question">What is asked, and where.</param>
    public string Seal(long place, ReadOnlySpan<byte> question)
    {
        Span<byte> plain = stackalloc byte[Plain];
        BinaryPrimitives.WriteInt64BigEndian(plain, place);
        var token = new byte[Nonce + Plain + Tag];
        RandomNumberGenerator.Fill(token.AsSpan(0, Nonce));
        lock (_key!) _key.Encrypt(token.AsSpan(0, Nonce), plain, token.AsSpan(Nonce, Plain), token.AsSpan(Nonce + Plain), question);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The place of a token; null for a token that is none, or that continues another question.</summary>
    public long? Open(string token, ReadOnlySpan<byte> question)
    {
        if (token.Length > 64 || !Base64Url.IsValid(token)) return null;
        var sealedPlace = Base64Url.DecodeFromChars(token);
        if (sealedPlace.Length != Nonce + Plain + Tag) return null;
        Span<byte> plain = stackalloc byte[Plain];
        try
        {
            lock (_key!) _key.Decrypt(sealedPlace.AsSpan(0, Nonce), sealedPlace.AsSpan(Nonce, Plain), sealedPlace.AsSpan(Nonce + Plain), plain, question);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return BinaryPrimitives.ReadInt64BigEndian(plain);
    }

    /// <inheritdoc/>
    public void Dispose() => _key?.Dispose();
}
