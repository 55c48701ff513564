using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Noroshi.Storage;

namespace Noroshi.Exchange.Taxii;

/// <summary>What stands before every address of the server: who calls, whether the form of the answer is agreed, and errors in the form of TAXII.</summary>
internal static partial class TaxiiDoor
{
    /// <summary>Bytes that a request may have; said by the API root as <c>max_content_length</c>.</summary>
    public const int LargestBody = 16 << 20;

    /// <summary>A handler behind the door.</summary>
    public static RequestDelegate Open(Func<HttpContext, TaxiiCaller, Task> handle) => async context =>
    {
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = LargestBody;
            var caller = await context.RequestServices.GetRequiredService<TaxiiSignIn>().WhoAsync(context).ConfigureAwait(false)
                ?? throw new TaxiiException(401, "Sign in first", "Send Authorization: Basic with the name and secret of a partner, or a bearer token.");
            if (!TaxiiMedia.Accepts(context.Request.Headers.Accept)) throw new TaxiiException(406, "No such form of answer", $"Accept is '{Cut(context.Request.Headers.Accept.ToString())}'; accept {TaxiiMedia.Taxii}.");
            await context.RequestServices.GetRequiredService<NextToken>().PrepareAsync(context.RequestAborted).ConfigureAwait(false);
            await handle(context, caller).ConfigureAwait(false);
        }
        catch (TaxiiException wrong) when (!context.Response.HasStarted)
        {
            await TaxiiAnswer.RefuseAsync(context, wrong).ConfigureAwait(false);
        }
        catch (BadHttpRequestException wrong) when (!context.Response.HasStarted)
        {
            await TaxiiAnswer.RefuseAsync(context, wrong.StatusCode == 413 ? TooLarge() : new TaxiiException(wrong.StatusCode, "The request cannot be read", "Send it again whole.")).ConfigureAwait(false);
        }
        catch (RefusalException refusal) when (!context.Response.HasStarted)
        {
            await TaxiiAnswer.RefuseAsync(context, new TaxiiException(503, "Not now", refusal.Message) { RetryAfter = 10 }).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !context.Response.HasStarted)
        {
            Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Noroshi.Exchange.Taxii"), failure, context.Request.Method);
            await TaxiiAnswer.RefuseAsync(context, new TaxiiException(500, "An error on this side", "Nothing of the request was half applied. Quote error_id to whoever runs this server.")).ConfigureAwait(false);
        }
    };

    /// <summary>The body is larger than may be sent.</summary>
    public static TaxiiException TooLarge() => new(413, "Too large", $"A request has at most {LargestBody} bytes (max_content_length of the API root). Send the objects in several envelopes.");

    private static string Cut(string text) => text.Length <= 100 ? text : text[..100] + "…";

    [LoggerMessage(1, LogLevel.Error, "A TAXII request ({Method}) failed.")]
    private static partial void Failed(ILogger log, Exception failure, string method);
}
