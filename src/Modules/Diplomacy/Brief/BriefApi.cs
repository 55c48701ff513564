using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Diplomacy.Brief;

/// <summary><c>GET states/{code}/brief</c>: the brief as JSON or as a Word document, with what the caller may read; recorded. For people only.</summary>
internal static class BriefApi
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapGet("/states/{code}/brief", HandleAsync).WithTags("diplomacy").RequireRoles(DiplomacyReaders.All).AddEndpointFilter<WrongAskFilter>()
        .WithSummary("What the node knows about another state on a day (on), each line with source, date and confidence; lang=ja|en, marking=TLP:AMBER|TLP:AMBER+STRICT|TLP:RED, format=json|docx.")
        .Produces<StateBrief>().Produces(200, contentType: BriefDocument.MediaType).ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> HandleAsync(HttpContext context, string code, string? lang, string? on, string? marking, string? format, BriefAsking asking, MakeBrief making, TakeBrief taking)
    {
        var word = format switch
        {
            null or "" or "json" => false,
            "docx" => true,
            _ => throw new WrongAskException("format", "There is no such format.", "Use json or docx."),
        };
        if (lang is not (null or "" or "ja" or "en")) throw new WrongAskException("lang", "A brief is written in Japanese or English.", "Use ja or en.");
        // The language of the address was already taken for the request.
        var brief = await making.ForPersonAsync(asking.Read(code, on, marking, CultureInfo.CurrentUICulture), context.User, context.RequestAborted);
        await taking.RecordAsync(brief, word ? "docx" : "json", Actor.Of(context.User), context.RequestAborted);
        return word ? TypedResults.File(BriefDocument.Write(brief), BriefDocument.MediaType, BriefDocument.Name(brief, "docx")) : TypedResults.Json(brief, ReadableJson.Options);
    }
}
