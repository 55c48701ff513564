using System.Text.Json;

namespace Noroshi.Federation;

/// <summary>A message as its sender signed it, for whoever checks it away from the node that keeps it.</summary>
/// <param name="Id">The sender's message id.</param>
/// <param name="From">Node id of the sender.</param>
/// <param name="Type">Dotted type.</param>
/// <param name="Conversation">The conversation it belongs to.</param>
/// <param name="Data">The content.</param>
public sealed record SignedMessage(string Id, string From, string Type, string Conversation, JsonElement Data)
{
    /// <summary>What the proof says, its signature not checked.</summary>
    /// <exception cref="FormatException">It is no message of the protocol between nodes.</exception>
    public static SignedMessage Read(string proof) => Told(() => Of(Envelope.Read(Jws.Payload(proof))));

    /// <summary>What the proof says, after checking that a key of the node signed it.</summary>
    /// <param name="proof">The message as signed (compact JWS).</param>
    /// <param name="description">The node's signed description, as it stands at its <c>/.well-known/noroshi</c> (compact JWS).</param>
    /// <exception cref="FormatException">Not a message, or not by that node; the message says which.</exception>
    public static async Task<SignedMessage> OpenAsync(string proof, string description)
    {
        try
        {
            var node = await SignedDocument.OpenAsync(description).ConfigureAwait(false);
            var key = await SignedDocument.SignerAsync(node, proof).ConfigureAwait(false) ?? throw new SealException("It is signed with a key that the description does not know.");
            var envelope = await Envelope.OpenAsync(proof, key).ConfigureAwait(false);
            return envelope.From == node.NodeId ? Of(envelope) : throw new SealException("It names another node as its sender.");
        }
        catch (SealException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    /// <summary>The fingerprint of the node that a description is of, in words and digits: what people compare.</summary>
    /// <exception cref="FormatException">It is no description, or its signatures do not hold.</exception>
    public static async Task<string> FingerprintAsync(string description)
    {
        try
        {
            return Fingerprint.Of(await SignedDocument.OpenAsync(description).ConfigureAwait(false)).English;
        }
        catch (SealException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    private static SignedMessage Of(Envelope envelope) => new(envelope.Id, envelope.From, envelope.Type, envelope.Conversation, envelope.Data);

    private static T Told<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SealException wrong)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }
}
