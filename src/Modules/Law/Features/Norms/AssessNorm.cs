using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Features;

/// <summary>Judges how far a norm is put into practice: <c>POST norms/{id}/assessments</c>.</summary>
internal static class AssessNorm
{
    internal sealed record Answer(string Norm, long Number);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/norms/{id}/assessments", HandleAsync).AddEndpointFilter<CookieGuard>()
        .WithSummary("Adds an assessment of one's own organisation; 409 when somebody assessed since the version that is sent.")
        .Produces<Answer>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> HandleAsync(string id, AssessmentForm form, HttpContext context, Asking asking, ReadNorms reading, KeepNorms keeping)
    {
        var norm = reading.Norm(id);
        List<WrongAskException> problems = [];
        if (form.Read(norm, asking.Today, problems) is not { } assessment) throw problems[0];
        if (await keeping.AssessAsync(context.User, assessment, context.RequestAborted) is { } number) return TypedResults.Created($"/law/norms/{norm.Id}#assessment", new Answer(norm.Id, number));
        var version = await reading.VersionAsync(context.User, norm, context.RequestAborted);
        return TypedResults.Problem(
            title: "Your organisation assessed this norm since you looked.",
            detail: $"Read the newer assessment, then send yours with version {version}.",
            statusCode: StatusCodes.Status409Conflict,
            extensions: new Dictionary<string, object?> { ["version"] = version });
    }
}
