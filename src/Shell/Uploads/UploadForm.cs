using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Noroshi.Shell.Uploads;

/// <summary>An uploaded form read as it arrives: the small fields, then the file as a stream that was never held in memory.</summary>
public sealed class UploadForm
{
    private const int LongestField = 4 * 1024;
    private const int MostFields = 16;
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>Name of the file as sent; for people only, never a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The file as it arrives; it can be read once.</summary>
    public Stream? Content { get; private set; }

    /// <summary>A field that stood before the file; null where it is missing or empty.</summary>
    public string? Field(string name) => _fields.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Whether a request is a form with files.</summary>
    public static bool IsForm(HttpRequest request) =>
        request is not null && MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads fields until the file begins.</summary>
    /// <exception cref="UploadRefusedException">The form is malformed, or has no file.</exception>
    public static async Task<UploadForm> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > 200) throw new UploadRefusedException("The form has no usable boundary. Send multipart/form-data as browsers and curl -F do.");
        var form = new UploadForm();
        try
        {
            var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = 8 * 1024, HeadersCountLimit = 8 };
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) throw new UploadRefusedException("A part of the form has no name.");
                var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
                if (disposition.IsFileDisposition())
                {
                    form.FileName = FileNames.Shown(HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value);
                    form.Content = section.Body;
                    return form;
                }

                if (form._fields.Count >= MostFields) throw new UploadRefusedException("The form has too many fields.");
                form._fields[name] = await FieldAsync(section.Body, cancel);
            }
        }
        catch (InvalidDataException malformed)
        {
            throw new UploadRefusedException("The form is malformed: " + malformed.Message, malformed);
        }
        catch (IOException broken) when (broken is not BadHttpRequestException)
        {
            throw new UploadRefusedException("The form ended before it was complete.", broken);
        }

        throw new UploadRefusedException("The form has no file. Put the file in the part 'file', after the other fields.");
    }

    private static async Task<string> FieldAsync(Stream body, CancellationToken cancel)
    {
        var buffer = new byte[LongestField + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        if (length > LongestField) throw new UploadRefusedException($"A field of the form is longer than {LongestField} bytes.");
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
