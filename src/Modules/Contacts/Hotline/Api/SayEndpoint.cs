using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>POST messages</c>: says something to another state.</summary>
internal static class SayEndpoint
{
    internal sealed record NewFile(string Name, string? Type, string Content);

    /// <summary>What is to be said.</summary>
    /// <param name="To">State code or node id of the peer.</param>
    /// <param name="Class">Word of the class.</param>
    /// <param name="Precedence">Word of the precedence.</param>
    /// <param name="Marking">TLP label; TLP:AMBER when left out.</param>
    /// <param name="Conversation">Id of a conversation; a new one when left out.</param>
    /// <param name="Subject">One line.</param>
    /// <param name="TextJa">Text in Japanese.</param>
    /// <param name="TextEn">Text in English.</param>
    /// <param name="Attribution">True only where a person says that the message attributes conduct to a state.</param>
    /// <param name="Files">Up to five, content in base64.</param>
    internal sealed record NewMessage(
        string To, string Class, string Precedence, string? Marking, string? Conversation, string? Subject, string? TextJa, string? TextEn, bool? Attribution, IReadOnlyList<NewFile>? Files);

    internal sealed record SaidAnswer(string Id, string Conversation, string Number, string Digest);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/messages", SayAsync).RequireRoles(HotlineRights.Speakers).AddEndpointFilter<CookieGuard>()
        .WithSummary("Says something to another state, in a new conversation or an existing one.").Produces<SaidAnswer>(201).ProducesProblem(400);

    private static async Task<IResult> SayAsync(HttpContext context, NewMessage asked, FindPeer peers, SayOnHotline say, Speakers speakers, NodeOptions options)
    {
        var cancel = context.RequestAborted;
        var peer = await peers.ActiveAsync(asked.To, cancel);
        var files = (asked.Files ?? []).Select(file => AttachedFile.Of(file.Name, file.Type, Bytes(file.Content))).ToList();
        var draft = new Draft(
            peer.NodeId,
            asked.Conversation,
            HotlineWords.Class(asked.Class) ?? throw Unknown("class", HotlineWords.Classes),
            HotlineWords.PrecedenceOf(asked.Precedence) ?? throw Unknown("precedence", HotlineWords.Precedences),
            asked.Marking is null ? Tlp.Amber : TlpLabel.TryParse(asked.Marking, out var marking) ? marking : throw Unknown("marking", ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]),
            asked.Subject,
            new BothLanguages(asked.TextJa ?? "", asked.TextEn ?? ""),
            asked.Attribution == true,
            files);
        var said = await say.SayAsync(await speakers.OfAsync(context.User, cancel), draft, cancel);
        return TypedResults.Created("/api/v1/contacts/hotline/conversations/" + said.Conversation, new SaidAnswer(said.Id, said.Conversation, said.Label(options.State, peer.State), said.Digest));
    }

    private static byte[] Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException malformed)
        {
            throw new WrongContentException("files", WrongContentException.Malformed, "The content of a file is not base64: " + malformed.Message);
        }
    }

    internal static WrongContentException Unknown(string field, IEnumerable<string> words) => new(field, WrongContentException.Unknown, $"'{field}' must be one of: {string.Join(", ", words)}.");
}
