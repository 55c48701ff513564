using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>noroshi hotline verify</c>: checks a transcript; needs no node and no data folder.</summary>
internal static class VerifyVerb
{
    // Each message may bring 1 MiB of files, in base64 twice over, in its proof.
    internal const long LargestFile = 64L << 20;
    private const long LargestDescription = 1 << 20;
    private const int NotValid = 1;
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    internal static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A transcript.json." };
        var key = new Option<string?>("--key") { Description = "Id of the key that must have signed it, as the other side's administrator reads it out (default: the key in the file, whose id is printed).", HelpName = "ID" };
        var peer = new Option<string?>("--peer") { Description = "The signed description of the node whose messages were received (its /.well-known/noroshi), to check its signatures as well.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Write the result as one JSON object." };
        var verb = new Command("verify", "Checks a transcript: its signature, the digest of every message, and what the other side signed. Ends with 0 when all holds, 1 when not.") { file, key, peer, json };
        verb.SetAction(async (asked, cancel) =>
        {
            var description = asked.GetValue(peer) is { } path ? Description(await ReadAsync(path, LargestDescription, cancel)) : null;
            var verdict = await TranscriptCheck.RunAsync(await ReadAsync(asked.GetRequiredValue(file), LargestFile, cancel), asked.GetValue(key), description);
            await host.Out.WriteLineAsync(asked.GetValue(json) ? JsonSerializer.Serialize(verdict, _json) : Words(verdict));
            return verdict.Valid ? 0 : NotValid;
        });
        return verb;
    }

    private static async Task<byte[]> ReadAsync(string path, long most, CancellationToken cancel)
    {
        try
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
            if (stream.Length > most) throw new RefusalException($"{Path.GetFullPath(path)} is larger than {most >> 20} MiB: such a file is not read.", RefusalException.Input);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, cancel);
            return bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new RefusalException($"{path} cannot be read: {failure.Message}", RefusalException.Input, failure);
        }
    }

    private static string Description(byte[] file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("description", out var signed) && signed.GetString() is { } text) return text;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new RefusalException("--peer is not the description of a node. Save what stands at its /.well-known/noroshi.", RefusalException.Input, wrong);
        }

        throw new RefusalException("--peer is not the description of a node. Save what stands at its /.well-known/noroshi.", RefusalException.Input);
    }

    private static string Words(TranscriptVerdict verdict) => !verdict.Valid ? $"NOT valid. {verdict.Reason}" : string.Create(
        CultureInfo.InvariantCulture,
        $"Valid: {verdict.Messages} messages, {verdict.Proofs} envelopes of the other side.\nSigned by  {verdict.Key} (node of {verdict.Node})\n{(verdict.Peer is null ? "The other side's signatures were not checked: give its description with --peer." : $"Other side {verdict.Peer}")}");
}
