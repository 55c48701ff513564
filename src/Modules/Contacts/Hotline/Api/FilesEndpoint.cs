using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>messages/{id}/files/{position}</c>: a file as it came, to be saved and never shown.</summary>
internal static class FilesEndpoint
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/messages/{id}/files/{position:int}", GetAsync).RequireRoles(HotlineRights.Readers)
        .WithSummary("A file that went with a message, as plain bytes to save.").Produces(200, contentType: AttachedFile.PlainBytes).ProducesProblem(404);

    // Whatever the sender says it is, a browser must not open it: bytes, to be saved.
    private static async Task<IResult> GetAsync(HttpContext context, string id, int position, ConversationRecords records) =>
        await records.FileAsync(id, position, context.RequestAborted) is { } file
            ? TypedResults.File(Convert.FromBase64String(file.Content), AttachedFile.PlainBytes, file.Name)
            : HotlineApi.NotFound("There is no such file.");
}
