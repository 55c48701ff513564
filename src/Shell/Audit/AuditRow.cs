using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Noroshi.Contracts;

namespace Noroshi.Shell.Audit;

/// <summary>An act as it is kept: numbered, with its place in the hash chain.</summary>
internal sealed class AuditRow
{
    // What strangers type ends up here; a cap keeps one request from writing a book.
    private const int LongestText = 500;

    // Keeps a row below the 65,535 bytes of an entry of the ledger: at most three bytes a letter, and the other texts beside it.
    private const int LongestDetails = 16_000;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public long Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    public string Act { get; init; } = "";

    public string Actor { get; init; } = "";

    public string? Organisation { get; init; }

    public string? Subject { get; init; }

    public bool Succeeded { get; init; }

    /// <summary>A JSON object of short texts, names in ordinal order.</summary>
    public string Details { get; init; } = "{}";

    public string Hash { get; init; } = "";

    public static AuditRow Of(AuditEvent act, long sequence, string previous)
    {
        var details = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in act.Details ?? new Dictionary<string, string>()) details[Short(name)!] = Short(value)!;
        var told = JsonSerializer.Serialize(details, Json);
        for (var left = 0; told.Length > LongestDetails; told = JsonSerializer.Serialize(details, Json))
        {
            details.Remove("…");
            details.Remove(details.Keys.Last());
            details["…"] = (++left).ToString(CultureInfo.InvariantCulture);
        }

        var row = new AuditRow
        {
            Sequence = sequence,
            At = act.At.ToUniversalTime(),
            Act = Short(act.Act)!,
            Actor = Short(act.Actor)!,
            Organisation = Short(act.Organisation),
            Subject = Short(act.Subject),
            Succeeded = act.Succeeded,
            Details = told,
        };
        return row.With(row.HashAfter(previous));
    }

    /// <summary>SHA-256 of <see cref="LeafAfter"/> in hexadecimal digits.</summary>
    public string HashAfter(string previous) => Convert.ToHexStringLower(SHA256.HashData(LeafAfter(previous)));

    /// <summary>
    /// The hash before and the row as a JSON array, whose quoting keeps neighbouring fields apart: what the audit chain hashes, and a leaf
    /// of the ledger.
    /// </summary>
    public byte[] LeafAfter(string previous)
    {
        string?[] fields =
        [
            previous,
            Sequence.ToString(CultureInfo.InvariantCulture),
            At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
            Act,
            Actor,
            Organisation,
            Subject,
            Succeeded ? "1" : "0",
            Details,
        ];
        return JsonSerializer.SerializeToUtf8Bytes(fields, Json);
    }

    // PostgreSQL keeps neither NUL nor half a surrogate pair; other control characters are of no use to a reader either.
    private static string? Short(string? text)
    {
        if (text is null) return null;
        var clean = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= LongestText) return clean.Append('…').ToString();
            clean.Append((Rune.IsControl(rune) ? Rune.ReplacementChar : rune).ToString());
        }

        return clean.ToString();
    }

    private AuditRow With(string hash) => new()
    {
        Sequence = Sequence,
        At = At,
        Act = Act,
        Actor = Actor,
        Organisation = Organisation,
        Subject = Subject,
        Succeeded = Succeeded,
        Details = Details,
        Hash = hash,
    };
}
