using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Features;

/// <summary>Adds evidence for a norm: <c>POST norms/{id}/evidence</c>.</summary>
internal static class GiveEvidence
{
    internal sealed record Answer(string Id);

    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/norms/{id}/evidence", HandleAsync).AddEndpointFilter<CookieGuard>()
        .WithSummary("Adds evidence of one's own organisation. Nothing is overwritten; the same key twice is kept once.")
        .Produces<Answer>(201).ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> HandleAsync(string id, EvidenceForm form, HttpContext context, Asking asking, ReadNorms reading, KeepNorms keeping)
    {
        var norm = reading.Norm(id);
        List<WrongAskException> problems = [];
        if (form.Read(norm, asking.Today, problems) is not { } evidence) throw problems[0];
        var number = await keeping.GiveAsync(context.User, evidence, context.RequestAborted);
        return TypedResults.Created($"/law/norms/{norm.Id}#{norm.Id}-{number}", new Answer($"{norm.Id}-{number}"));
    }
}
