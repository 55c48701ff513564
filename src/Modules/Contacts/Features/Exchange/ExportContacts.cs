using System.Globalization;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Formats;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Takes valid points out of the directory as a file; taking them out is recorded.</summary>
internal sealed class ExportContacts(IAuditLog audit, TimeProvider clock)
{
    /// <summary>A file of the directory.</summary>
    /// <param name="Format">Its form.</param>
    /// <param name="Points">How many points it holds.</param>
    /// <param name="Text">Its content.</param>
    internal sealed record File(IContactFormat Format, int Points, string Text);

    /// <summary>The points of a book, narrowed, as a file.</summary>
    /// <exception cref="RefusalException">The form or the state is not known.</exception>
    internal async Task<File> RunAsync(ContactBook book, string? format, string? state, string? organisation, Actor by, CancellationToken cancel)
    {
        var form = ContactFormats.Find(format is { Length: > 0 } ? format : "csv")
            ?? throw new RefusalException($"'format' is not known; use {string.Join(", ", ContactFormats.All.Select(each => each.Word))}.", RefusalException.Input);
        var code = CountryCode.Unknown;
        if (state is { Length: > 0 } && !CountryCode.TryParse(state, out code)) throw new RefusalException("'state' is not a code of a state; use two letters (ISO 3166-1), for example PH.", RefusalException.Input);
        var now = clock.GetUtcNow();
        var points = new PointFilter(code, null, "", "").Of(book, now)
            .Where(point => string.IsNullOrEmpty(organisation) || point.BodyId == organisation)
            .Select(point => (book.BodyOf(point), point))
            .ToList();
        var text = form.Write(new ExportedPoints(points, now));
        var details = new Dictionary<string, string> { ["format"] = form.Word, ["points"] = points.Count.ToString(CultureInfo.InvariantCulture), ["state"] = code.ToString() };
        await audit.RecordAsync(new AuditEvent(now, "contacts.exported", by.Id, by.Organisation, "contacts", true, details), cancel);
        return new File(form, points.Count, text);
    }
}
