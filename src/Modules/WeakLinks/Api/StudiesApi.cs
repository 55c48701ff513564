using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell;
using Noroshi.Shell.Access;
using Noroshi.Shell.Asking;
using Noroshi.Shell.Audit;
using Noroshi.WeakLinks.Papers;
using Noroshi.WeakLinks.Studies;

namespace Noroshi.WeakLinks.Api;

/// <summary>Studies below <c>/api/v1/weaklinks</c>. For people only: a study names what is weak.</summary>
internal static class StudiesApi
{
    internal static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/studies").WithTags("weaklinks").RequireRoles(WeakLinksReaders.All).AddEndpointFilter<RouteGroupBuilder, WrongAskFilter>();
        group.MapGet("", (StudyStore store) => TypedResults.Json(new { studies = KeepStudies.List(store) }, ReadableJson.Options)).WithSummary("The kept studies, the newest first.").Produces(200);
        group.MapGet("/{id}", OneAsync).WithSummary("A study; format=json|docx|csv: the record, the minister's page as a Word document, the links as a table.").Produces<RiskStudy>().Produces(200, contentType: StudyDocument.MediaType).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> OneAsync(HttpContext context, string id, string? format, StudyStore store, IStateNames names, IAuditLog audit, TimeProvider clock)
    {
        if (format is not (null or "" or "json" or "docx" or "csv")) throw new WrongAskException("format", "There is no such format.", "Use json, docx or csv.");
        if (store.Find(id) is not { } study) return TypedResults.Problem(title: "There is no such study.", detail: "See /api/v1/weaklinks/studies.", statusCode: StatusCodes.Status404NotFound);
        var by = Actor.Of(context.User);
        await audit.RecordAsync(new AuditEvent(clock.GetUtcNow(), "weaklinks.study.taken", by.Id, by.Organisation, "weaklinks-study:" + study.Id, true, new Dictionary<string, string> { ["format"] = format is { Length: > 0 } ? format : "json" }), context.RequestAborted);
        return format switch
        {
            "docx" => TypedResults.File(StudyDocument.Write(study, new StudyWords(names, CultureInfo.CurrentUICulture, study)), StudyDocument.MediaType, StudyDocument.Name(study, "docx")),
            "csv" => CsvTable.Download(StudyDocument.Name(study, "csv"), ["id", "owner", "sector", "share", "low", "high", "d", "entry", "betweenness"], study.Analysis.Links.Select(link => (IReadOnlyList<object?>)
                [link.Id, link.Owner, link.Sector, Figure(link.Share), Figure(link.Low), Figure(link.High), Figure(link.D), link.Entry ? "yes" : "no", link.Betweenness is { } between ? Figure(between) : ""])),
            _ => TypedResults.Json(study, ReadableJson.Options),
        };
    }

    private static string Figure(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
