using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>lines</c>: when each line was tested and last alive.</summary>
internal static class LinesEndpoint
{
    internal sealed record LineAnswer(string Peer, string State, bool Active, bool Alive, DateTimeOffset? LastAlive, DateTimeOffset? LastTestSent, DateTimeOffset? LastTestAnswered);

    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/lines", ListAsync).RequireRoles(HotlineRights.Readers)
        .WithSummary("The line to each peer: when it was tested, and when it was last alive.").Produces<IReadOnlyList<LineAnswer>>();

    private static async Task<IResult> ListAsync(HttpContext context, ReadHotline reading) => TypedResults.Ok((await reading.LinesAsync(context.RequestAborted))
        .Select(line => new LineAnswer(line.Peer.NodeId, line.Peer.State, line.Peer.Active, line.IsAlive, line.State?.HeardAt, line.State?.SentAt, line.State?.AnsweredAt)).ToList());
}
