using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Noroshi.Capacity.Iati.Store;
using Noroshi.Capacity.Registry;
using Noroshi.Kernel;
using Noroshi.Shell.Access;
using Noroshi.Shell.Uploads;
using Noroshi.Storage;

namespace Noroshi.Capacity.Iati.Features;

/// <summary>Files of IATI over HTTP: <c>GET iati</c> writes the registry as a file, <c>POST iati</c> takes an upload that waits for a person's decision.</summary>
internal static class IatiEndpoints
{
    private const string FormToken = "__RequestVerificationToken";
    private const long FormOverhead = 64 * 1024;

    /// <summary>An upload that waits.</summary>
    /// <remarks>
    /// <c>Page</c>: Where its differences are shown and decided.
    /// </remarks>
    internal sealed record Waiting(string Key, string Page);

    internal static void MapReading(IEndpointRouteBuilder api) => api.MapGet("/iati", ExportAsync)
        .WithSummary("The registry as a file of IATI 2.03; only=C-12,… state=PH up_to=clear|green|amber publisher=ID narrow it. Recorded. What is missing is told on the page /capacity/export.")
        .Produces(200, contentType: "application/xml").ProducesProblem(400).ProducesProblem(404);

    internal static void MapWriting(IEndpointRouteBuilder api) => api.MapPost("/iati", UploadAsync).DisableAntiforgery()
        .WithSummary("Takes one file of activities as the part 'file' of a form; it waits for the same person's decision on its page. Nothing is taken over yet.")
        .Produces<Waiting>(202).ProducesProblem(400).ProducesProblem(403).ProducesProblem(413);

    /// <summary>What an address asks to be exported.</summary>
    /// <exception cref="WrongAskException">It cannot be understood.</exception>
    internal static ExportProjects.Wish Asked(Func<string, string?> asked, CapacityAsk ask) => new(
        AskedList.Of(asked("only")).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } only ? only : null,
        string.IsNullOrWhiteSpace(asked("state")) ? CountryCode.Unknown : ask.State(asked("state")),
        Enum.Parse<Tlp>(CapacityAsk.Word(asked("up_to"), "up_to", ExportProjects.Markings) ?? ExportProjects.Markings[0], ignoreCase: true),
        asked("publisher")?.Trim() is { Length: > 0 } publisher ? Publisher(publisher) : null);

    private static string Publisher(string text) => text.Length <= 100 && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character) || "/&|?".Contains(character, StringComparison.Ordinal)) ? text
        : throw new WrongAskException("publisher", "This is not the identifier of an organisation.", "Use at most 100 characters without spaces, '/', '&', '|' and '?', as IATI 2.03 asks.");

    private static async Task<IResult> ExportAsync(HttpContext context, CapacityAsk ask, ExportProjects export)
    {
        var wish = Asked(name => context.Request.Query[name], ask);
        using var file = new MemoryStream();
        try
        {
            var written = await export.WriteAsync(file, wish, context.User, context.RequestAborted);
            if (written.Activities == 0) throw new WrongAskException("only", "Nothing may be written as asked.", "The page /capacity/export says why.", isUnknown: true);
            await export.RecordAsync(written.Activities, context.User, context.RequestAborted);
        }
        catch (RefusalException refusal)
        {
            throw new WrongAskException("only", refusal.Message, "The list is at /capacity/projects.", isUnknown: true);
        }

        return TypedResults.File(file.ToArray(), "application/xml", "iati-activities.xml");
    }

    private static async Task<IResult> UploadAsync(HttpContext context, WaitingFiles waiting, IAntiforgery antiforgery)
    {
        if (!UploadForm.IsForm(context.Request)) throw new WrongAskException("file", "The request is no form.", "Send the file as the part 'file' of a form (multipart/form-data).");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = WaitingFiles.Largest + FormOverhead;
        try
        {
            var form = await UploadForm.ReadAsync(context.Request, context.RequestAborted);

            // The check looks at a header first; reading the form itself would buffer the whole file.
            if (form.Field(FormToken) is { } token) context.Request.Headers["RequestVerificationToken"] = token;
            if (await CookieGuard.RefuseAsync(antiforgery, context) is { } guarded) return guarded;
            var key = await waiting.ReceiveAsync(context.User.UserId(), form.Content!, context.RequestAborted);
            var page = $"/capacity/import?file={key}&name={Uri.EscapeDataString(form.FileName)}";
            return PageAnswer.Or(context, page, TypedResults.Accepted(page, new Waiting(key, page)));
        }
        catch (UploadRefusedException refused)
        {
            return TypedResults.Problem(title: "The upload was not taken.", detail: refused.Message, statusCode: refused.Status);
        }
        catch (BadHttpRequestException bad)
        {
            return TypedResults.Problem(title: "The upload was not taken.", detail: "The request ended early or is too large. Nothing was kept; send the file again.", statusCode: bad.StatusCode);
        }
    }
}
