using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>What the verbs of the hotline do inside the node.</summary>
internal static class HotlineVerbs
{
    internal const string Send = "hotline.send";
    internal const string List = "hotline.list";
    internal const string Acknowledge = "hotline.ack";

    internal static IReadOnlyDictionary<string, ControlVerb> All { get; } = new Dictionary<string, ControlVerb>
    {
        [Send] = SendAsync,
        [List] = ListAsync,
        [Acknowledge] = AcknowledgeAsync,
    };

    private static async Task<object> SendAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        services = scope.ServiceProvider;
        var peer = await services.GetRequiredService<FindPeer>().ActiveAsync(request.Text("to"), cancel);
        var files = request.TryGetProperty("files", out var attached) && attached.ValueKind == JsonValueKind.Array
            ? attached.EnumerateArray().Select(file => Sent(() => AttachedFile.Of(file.Text("name"), file.Optional("type"), file.GetProperty("content").GetBytesFromBase64()))).ToList()
            : [];
        var draft = new Draft(
            peer.NodeId,
            request.Optional("conversation"),
            HotlineWords.Class(request.Text("class")) ?? throw Unknown("--class", HotlineWords.Classes),
            HotlineWords.PrecedenceOf(request.Text("precedence")) ?? throw Unknown("--precedence", HotlineWords.Precedences),
            TlpLabel.TryParse(request.Text("marking"), out var marking) ? marking : throw Unknown("--marking", ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]),
            request.Optional("subject"),
            new BothLanguages(request.Optional("textJa") ?? "", request.Optional("text") ?? ""),
            request.Truth("attribution"),
            files);
        var speaker = await services.GetRequiredService<Speakers>().NamedAsync(request.Optional("as"), HotlineRights.Speakers, cancel);
        try
        {
            var said = await services.GetRequiredService<SayOnHotline>().SayAsync(speaker, draft, cancel);
            return new SaidLine(said.Id, said.Conversation, said.Label(services.GetRequiredService<NodeOptions>().State, peer.State), peer.State, said.Kind, said.Urgency, said.Digest);
        }
        catch (WrongContentException wrong)
        {
            throw new RefusalException(wrong.Message, RefusalException.Input, wrong);
        }
    }

    private static async Task<object> ListAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var options = services.GetRequiredService<NodeOptions>();
        var reading = services.GetRequiredService<ReadHotline>();
        var found = await reading.ListAsync(new ConversationFilter(request.Optional("state")?.ToUpperInvariant(), request.Truth("open")), cancel);
        var lines = new List<Answers.WholeAnswer>();
        foreach (var one in found)
        {
            if (await reading.FindAsync(one.Conversation.Id, cancel) is { } view) lines.Add(Answers.Of(view, options));
        }

        return new ListedConversations(lines);
    }

    private static async Task<object> AcknowledgeAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var speaker = await scope.ServiceProvider.GetRequiredService<Speakers>().NamedAsync(request.Optional("as"), HotlineRights.Watchers, cancel);
        var id = request.Text("message");
        var given = await services.GetRequiredService<AnswerOnHotline>().GiveAsync(speaker, id, ReceiptKind.Acknowledged, cancel)
            ?? throw new RefusalException($"There is no received message '{id}'. 'noroshi hotline list --open' shows the ids.", RefusalException.Input);
        return new AcknowledgedLine(id, given.Count > 0);
    }

    private static AttachedFile Sent(Func<AttachedFile> read)
    {
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is WrongContentException or FormatException or InvalidOperationException)
        {
            throw new RefusalException("--attach: " + wrong.Message, RefusalException.Input, wrong);
        }
    }

    private static RefusalException Unknown(string option, IEnumerable<string> words) => new($"{option} must be one of: {string.Join(", ", words)}.", RefusalException.Input);

    internal sealed record SaidLine(string Id, string Conversation, string Number, string State, string Class, string Precedence, string Digest);

    internal sealed record ListedConversations(IReadOnlyList<Answers.WholeAnswer> Conversations);

    internal sealed record AcknowledgedLine(string Message, bool Acknowledged);
}
