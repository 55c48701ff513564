using Noroshi.Federation;

namespace Noroshi.Tests.Federation;

/// <summary>Descriptions as nodes write them, for tests that alter them.</summary>
internal static class TestDocuments
{
    internal static NodeDocument Of(NodeKeys keys, string state = "JP")
    {
        var id = NodeDocument.IdOf(state, keys.SigningHistory[0].Public);
        var successions = new List<string>();
        for (var i = 1; i < keys.SigningHistory.Count; i++) successions.Add(SignedDocument.Succeed(id, keys.SigningHistory[i - 1], keys.SigningHistory[i].Public));
        return new NodeDocument(id, state, "Japan", "日本", NodeDocument.CurrentProtocol, 1, "https://127.0.0.1:5443", [keys.SigningKey, keys.SealingKey], keys.Pins, successions, true, null);
    }
}
