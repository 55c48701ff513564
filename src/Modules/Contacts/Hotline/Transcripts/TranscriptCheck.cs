using System.Text.Json;
using Noroshi.Federation;

namespace Noroshi.Contacts.Hotline;

/// <summary>Checks a transcript away from the node that made it: the signature, the digest of every message, and what the other side signed.</summary>
internal sealed class TranscriptCheck
{
    private readonly string? _description;
    private string? _from;
    private string? _conversation;
    private int _proofs;

    private TranscriptCheck(string? description) => _description = description;

    /// <summary>Checks the bytes of a <c>transcript.json</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="key">Id of the key that must have signed it; null takes the one that the file names.</param>
    /// <param name="description">The other side's signed description, to check its signatures as well; null checks only that what it signed is what stands there.</param>
    internal static async Task<TranscriptVerdict> RunAsync(ReadOnlyMemory<byte> file, string? key, string? description)
    {
        try
        {
            using var document = JsonDocument.Parse(file, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var (transcript, signature) = Members(document.RootElement);
            var signer = Signature(CanonicalJson.Write(transcript), signature);
            if (key is not null && key != signer) return new TranscriptVerdict(false, $"It is signed by another key: {signer}.", signer);
            var peer = description is null ? null : await SignedMessage.FingerprintAsync(description);
            var check = new TranscriptCheck(description);
            var messages = await check.MessagesAsync(transcript);
            return new TranscriptVerdict(true, null, signer, transcript.GetProperty("node").GetString(), messages, check._proofs, peer);
        }
        catch (WrongContentException wrong)
        {
            return new TranscriptVerdict(false, wrong.Message);
        }
        catch (FormatException wrong)
        {
            return new TranscriptVerdict(false, wrong.Message);
        }
        catch (Exception odd) when (odd is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return new TranscriptVerdict(false, "It is not a transcript as the hotline writes it.");
        }
    }

    private static (JsonElement Transcript, JsonElement Signature) Members(JsonElement root)
    {
        // What stands beside the two is signed by nobody: a file with more is not the file that was made.
        if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != 2) throw new FormatException("It does not hold exactly 'transcript' and 'signature'.");
        var transcript = root.GetProperty("transcript");
        if (transcript.GetProperty("v").GetInt32() != 1 || transcript.GetProperty("kind").GetString() != "hotline-transcript") throw new FormatException("It is not a transcript of the hotline, version 1.");
        return (transcript, root.GetProperty("signature"));
    }

    private static string Signature(string canonical, JsonElement signature)
    {
        var key = signature.GetProperty("key");
        if (signature.EnumerateObject().Count() != 4 || key.EnumerateObject().Count() != 5 || signature.GetProperty("canonical").GetString() != "RFC 8785" || key.GetProperty("kty").GetString() != "EC" || key.GetProperty("crv").GetString() != "P-256")
            throw new FormatException("The signature is not of the kind that the hotline makes.");
        var (x, y) = (key.GetProperty("x").GetString()!, key.GetProperty("y").GetString()!);
        if (key.GetProperty("kid").GetString() != TranscriptKey.IdOf(x, y)) throw new FormatException("The id of the key is not that of the key.");
        if (signature.GetProperty("sha256").GetString() != CanonicalJson.Digest(canonical)) throw new FormatException("The digest is not that of the transcript: it was changed after it was signed.");
        if (!TranscriptKey.Verify(x, y, canonical, signature.GetProperty("jws").GetString()!)) throw new FormatException("The signature does not hold.");
        return TranscriptKey.IdOf(x, y);
    }

    private async Task<int> MessagesAsync(JsonElement transcript)
    {
        (_from, _conversation) = (transcript.GetProperty("peer").GetProperty("id").GetString(), transcript.GetProperty("conversation").GetString());
        var messages = 0;
        foreach (var message in transcript.GetProperty("messages").EnumerateArray())
        {
            var (id, digest) = (message.GetProperty("id").GetString(), message.GetProperty("digest").GetString());
            if (CanonicalJson.Digest(CanonicalJson.Write(message.GetProperty("statement"))) != digest) throw new FormatException($"The digest of message {id} is not that of its words.");
            if (message.GetProperty("proof").GetString() is { } proof)
            {
                var signed = await ProofAsync(proof, MessageContent.Type, $"message {id}");
                if (signed.Id != id || WireReader.Message(signed.Data).Digest != digest) throw new FormatException($"What the other side signed is not message {id}.");
            }
            else if (message.GetProperty("said").GetString() != "here")
            {
                throw new FormatException($"Message {id} came from the other side, but nothing that it signed stands with it.");
            }

            await ReceiptsAsync(message, id, digest);
            messages++;
        }

        return messages;
    }

    private async Task ReceiptsAsync(JsonElement message, string? id, string? digest)
    {
        foreach (var receipt in message.GetProperty("receipts").EnumerateArray())
        {
            if (receipt.GetProperty("proof").GetString() is not { } proof) continue;
            var kind = receipt.GetProperty("kind").GetString();
            var said = WireReader.Receipt((await ProofAsync(proof, ReceiptContent.Type, $"the receipt of message {id}")).Data);
            if (said.Message != id || said.Digest != digest || HotlineWords.Of(said.Kind) != kind) throw new FormatException($"What the other side signed is not the receipt '{kind}' of message {id}.");
        }
    }

    private async Task<SignedMessage> ProofAsync(string proof, string type, string what)
    {
        SignedMessage signed;
        try
        {
            signed = _description is null ? SignedMessage.Read(proof) : await SignedMessage.OpenAsync(proof, _description);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"The other side's signature under {what} does not hold: {wrong.Message}", wrong);
        }

        if (signed.From != _from || signed.Conversation != _conversation || signed.Type != type) throw new FormatException($"What is signed under {what} is of another conversation, node or kind.");
        _proofs++;
        return signed;
    }
}
