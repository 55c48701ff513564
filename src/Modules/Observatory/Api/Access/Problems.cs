using Microsoft.AspNetCore.Http;

namespace Noroshi.Observatory.Api;

/// <summary>Refusals as problem details (RFC 9457): what, where, what to do.</summary>
internal static class Problems
{
    internal static IResult Of(FilterProblem problem) => TypedResults.Problem(
        title: $"The parameter '{problem.Parameter}' {problem.Wrong}.",
        detail: problem.Remedy,
        statusCode: StatusCodes.Status400BadRequest,
        extensions: new Dictionary<string, object?> { ["parameter"] = problem.Parameter });

    internal static IResult Of(int status, string title, string? detail = null) =>
        TypedResults.Problem(title: title, detail: detail, statusCode: status);
}
