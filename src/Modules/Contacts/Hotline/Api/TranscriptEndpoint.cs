using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Contacts.Hotline;

/// <summary><c>conversations/{id}/transcript.json</c> and <c>.docx</c>: everything that was said, to be taken out; recorded.</summary>
internal static class TranscriptEndpoint
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // The file is read by people as well; it is never put into a page.
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations/{id}/transcript.json", JsonAsync).RequireRoles(HotlineRights.Readers)
            .WithSummary("The conversation with the proofs of both sides, signed by this node.").Produces(200, contentType: "application/json").ProducesProblem(404);
        api.MapGet("/conversations/{id}/transcript.docx", WordAsync).RequireRoles(HotlineRights.Readers)
            .WithSummary("The conversation as a Word document in the language of the request.").Produces(200, contentType: Word).ProducesProblem(404);
    }

    private static async Task<IResult> JsonAsync(HttpContext context, string id, ReadHotline reading, MakeTranscript transcripts)
    {
        if (await reading.FindAsync(id, context.RequestAborted) is not { } view) return HotlineApi.NotFound("There is no such conversation.");
        await transcripts.RecordAsync(Actor.Of(context.User), view, "json", context.RequestAborted);
        return TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(transcripts.Signed(view), _json), "application/json", Name(view, "json"));
    }

    private static async Task<IResult> WordAsync(HttpContext context, string id, ReadHotline reading, MakeTranscript transcripts, TranscriptDocument document)
    {
        if (await reading.FindAsync(id, context.RequestAborted) is not { } view) return HotlineApi.NotFound("There is no such conversation.");
        await transcripts.RecordAsync(Actor.Of(context.User), view, "docx", context.RequestAborted);
        return TypedResults.File(document.Write(view), Word, Name(view, "docx"));
    }

    private static string Name(ConversationView view, string ending) => $"hotline-{view.Conversation.State}-{view.Conversation.Id}.{ending}";
}
