using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Noroshi.Exchange.Store;

namespace Noroshi.Exchange.Taxii;

/// <summary>Writes answers in the form of TAXII 2.1. Objects are written as they are kept, byte for byte.</summary>
internal static class TaxiiAnswer
{
    private static readonly JsonWriterOptions _writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a resource.</summary>
    public static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        await using (var writer = new Utf8JsonWriter(body, _writing))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        await SendAsync(context, status, body.WrittenMemory).ConfigureAwait(false);
    }

    /// <summary>Writes an error message (section 3.6).</summary>
    public static Task RefuseAsync(HttpContext context, TaxiiException wrong)
    {
        if (wrong.Status == 401) context.Response.Headers.WWWAuthenticate = new[] { "Basic realm=\"noroshi\", charset=\"UTF-8\"", "Bearer realm=\"noroshi\"" };
        if (wrong.RetryAfter is { } wait) context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return WriteAsync(context, wrong.Status, writer =>
        {
            writer.WriteString("title"u8, wrong.Title);
            writer.WriteString("description"u8, wrong.Description);
            writer.WriteString("error_id"u8, Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
            writer.WriteString("http_status"u8, wrong.Status.ToString(CultureInfo.InvariantCulture));
        });
    }

    /// <summary>Writes an envelope, a manifest or a list of versions; what holds nothing is an empty object.</summary>
    /// <param name="context">The request.</param>
    /// <param name="page">What leaves.</param>
    /// <param name="next">Token of the next page; null for the last.</param>
    /// <param name="list">Name of the list.</param>
    /// <param name="write">Writes one.</param>
    public static async Task WritePageAsync(HttpContext context, LeavingPage page, string? next, string list, Action<Utf8JsonWriter, LeavingObject> write)
    {
        if (page.Objects.Count > 0)
        {
            context.Response.Headers["X-TAXII-Date-Added-First"] = Moments.Text(page.Objects[0].Row.Added);
            context.Response.Headers["X-TAXII-Date-Added-Last"] = Moments.Text(page.Objects[^1].Row.Added);
        }

        var body = new ArrayBufferWriter<byte>(Math.Max(256, page.Objects.Sum(item => item.Content.Length + 1) + 256));
        await using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true }))
        {
            writer.WriteStartObject();
            if (page.Objects.Count > 0 || next is not null)
            {
                writer.WriteBoolean("more"u8, next is not null);
                if (next is not null) writer.WriteString("next"u8, next);
            }

            if (page.Objects.Count > 0)
            {
                writer.WriteStartArray(list);
                foreach (var item in page.Objects) write(writer, item);
                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        await SendAsync(context, StatusCodes.Status200OK, body.WrittenMemory).ConfigureAwait(false);
    }

    /// <summary>Writes a status (section 4.3).</summary>
    public static void Status(Utf8JsonWriter writer, string id, long at, int total, IReadOnlyList<ObjectNote> kept, IReadOnlyList<ObjectNote> refused, int succeeded, int failed)
    {
        var pending = total - succeeded - failed;
        writer.WriteString("id"u8, id);
        writer.WriteString("status"u8, pending == 0 ? "complete"u8 : "pending"u8);
        writer.WriteString("request_timestamp"u8, Moments.Text(at));
        writer.WriteNumber("total_count"u8, total);
        writer.WriteNumber("success_count"u8, succeeded);
        Notes(writer, "successes", kept);
        writer.WriteNumber("failure_count"u8, failed);
        Notes(writer, "failures", refused);
        writer.WriteNumber("pending_count"u8, pending);
    }

    private static void Notes(Utf8JsonWriter writer, string name, IReadOnlyList<ObjectNote> notes)
    {
        if (notes.Count == 0) return;
        writer.WriteStartArray(name);
        foreach (var note in notes)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, note.Id);
            writer.WriteString("version"u8, note.Version);
            if (note.Message is not null) writer.WriteString("message"u8, note.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static async Task SendAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = TaxiiMedia.Taxii;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.BodyWriter.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
    }
}
