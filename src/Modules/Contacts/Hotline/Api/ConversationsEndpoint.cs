using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;
using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>conversations</c>: the list, and one whole.</summary>
internal static class ConversationsEndpoint
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations", ListAsync).RequireRoles(HotlineRights.Readers)
            .WithSummary("Conversations, those that wait first; narrowed by state, class, open and text.").Produces<IReadOnlyList<Answers.ConversationAnswer>>().ProducesProblem(400);
        api.MapGet("/conversations/{id}", FindAsync).RequireRoles(HotlineRights.Readers)
            .WithSummary("One conversation with its messages, receipts, deliveries and escalations.").Produces<Answers.WholeAnswer>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ReadHotline reading, string? state, string? @class, bool? open, string? text)
    {
        if (@class is not null && HotlineWords.Class(@class) is null) throw new WrongContentException("class", WrongContentException.Unknown, "'class' must be one of: " + string.Join(", ", HotlineWords.Classes) + ".");
        var found = await reading.ListAsync(new ConversationFilter(state?.ToUpperInvariant(), open == true, @class, string.IsNullOrWhiteSpace(text) ? null : text.Trim()), context.RequestAborted);
        return TypedResults.Ok(found.Select(one => Answers.Of(one.Conversation, one.Last)).ToList());
    }

    private static async Task<IResult> FindAsync(HttpContext context, string id, ReadHotline reading, NodeOptions options) =>
        await reading.FindAsync(id, context.RequestAborted) is { } view ? TypedResults.Ok(Answers.Of(view, options)) : HotlineApi.NotFound("There is no such conversation.");
}
