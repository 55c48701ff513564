using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contacts.Features;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Api;

/// <summary><c>POST import</c>: the body is the file.</summary>
internal static class ImportEndpoint
{
    internal static void Map(IEndpointRouteBuilder api) => api.MapPost("/import", RunAsync).AddEndpointFilter<CookieGuard>()
        .WithSummary("Brings a file into the directory: all of it, or nothing. The body is the file; name, format, dryRun, and, where the file does not say them, state, organisation, kind, function.")
        .Produces<ImportAnswer>().Produces<ImportAnswer>(422).ProducesProblem(400);

    private static async Task<IResult> RunAsync(string? name, string? format, bool? dryRun, string? state, string? organisation, string? kind, string? function, HttpContext context, ImportContacts import)
    {
        var text = await ReadAsync(context);
        var defaults = import.Defaults(name, state, organisation, kind, function);
        var plan = dryRun == true
            ? await import.PreviewAsync(name ?? "", format, text, defaults, context.RequestAborted)
            : await import.RunAsync(name ?? "", format, text, defaults, Actor.Of(context.User), context.User.DisplayName(), context.RequestAborted);
        var answer = ImportAnswer.Of(plan, dryRun == true);
        return plan.IsPossible ? TypedResults.Ok(answer) : TypedResults.UnprocessableEntity(answer);
    }

    private static async Task<string> ReadAsync(HttpContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.Body, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            var text = new StringBuilder();
            var buffer = new char[16_384];
            for (int read; (read = await reader.ReadAsync(buffer, context.RequestAborted)) > 0;)
            {
                text.Append(buffer, 0, read);
                if (text.Length > ImportContacts.LongestFile) throw new RefusalException(FormattableString.Invariant($"The file has more than {ImportContacts.LongestFile} characters; split it."), RefusalException.Input);
            }

            return text.ToString();
        }
        catch (DecoderFallbackException wrong)
        {
            throw new RefusalException("The file is not UTF-8; save it as UTF-8.", RefusalException.Input, wrong);
        }
    }
}
