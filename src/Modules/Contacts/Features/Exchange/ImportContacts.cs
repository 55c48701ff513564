using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Formats;
using Noroshi.Contacts.Store;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Contacts.Features;

/// <summary>Brings a file into the directory: all of it in one transaction, or nothing.</summary>
internal sealed class ImportContacts(RecordStore store, ContactRecords records, ContactDirectory directory, NodeOptions options, TimeProvider clock)
{
    /// <summary>The largest file taken, in characters; a directory of a whole state fits many times.</summary>
    internal const int LongestFile = 2_000_000;

    /// <summary>What the file would do; nothing is changed.</summary>
    /// <exception cref="RefusalException">The file is too large, or its form is not known.</exception>
    internal async Task<ImportPlan> PreviewAsync(string fileName, string? format, string text, ImportDefaults defaults, CancellationToken cancel) =>
        ImportPlan.Make(FormatOf(fileName, format, text), text, defaults, await directory.CurrentAsync(cancel), options.Exercise);

    /// <summary>Does what the preview shows; where there is a problem, nothing.</summary>
    /// <exception cref="RefusalException">The file is too large, or its form is not known.</exception>
    internal Task<ImportPlan> RunAsync(string fileName, string? format, string text, ImportDefaults defaults, Actor by, string byName, CancellationToken cancel)
    {
        var form = FormatOf(fileName, format, text);
        return store.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync(ContactRecords.Lock, cancel);
                var book = await ContactRecords.ReadAsync(transaction, cancel);
                var plan = ImportPlan.Make(form, text, defaults, book, options.Exercise);
                if (!plan.IsPossible) return plan;
                var saved = new SavedBy(by.Id, byName, SavedBy.Imported);
                var bodies = new Dictionary<string, Body>(StringComparer.Ordinal);
                foreach (var body in plan.Bodies) bodies[body.Id] = await records.WriteAsync(transaction, body, saved, cancel);
                foreach (var change in plan.Changes.Where(change => change.Point is not null && change.Kind != ImportChange.Same))
                    await records.WriteAsync(transaction, change.Point!, bodies.GetValueOrDefault(change.Body.Id) ?? change.Body, saved, cancel);
                var details = new Dictionary<string, string>(ImportDetails.Of(plan.Count(ImportChange.Added), plan.Count(ImportChange.Changed), 0)) { ["format"] = plan.Format };
                await ActTrail.RecordAsync(transaction, new AuditEvent(clock.GetUtcNow(), "contacts.imported", by.Id, by.Organisation, "contacts", true, details), cancel);
                await ContactRecords.BumpAsync(transaction, cancel);
                return plan;
            },
            cancel);
    }

    /// <summary>What is said about a file where neither its form nor its importer says it.</summary>
    internal ImportDefaults Defaults(string? fileName, string? state, string? organisation, string? kind, string? function) => new(
        state ?? "", organisation ?? "", kind ?? "", function ?? "", "File: " + (fileName is { Length: > 0 } ? Path.GetFileName(fileName) : "?"), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));

    private static IContactFormat FormatOf(string fileName, string? format, string text)
    {
        if (text.Length > LongestFile) throw new RefusalException(FormattableString.Invariant($"The file has more than {LongestFile} characters; split it."), RefusalException.Input);
        if (text.Contains('\0', StringComparison.Ordinal)) throw new RefusalException("The file is not text.", RefusalException.Input);
        if (!string.IsNullOrEmpty(format)) return ContactFormats.Find(format) ?? throw new RefusalException($"The form is not known; use {Words}.", RefusalException.Input);
        return ContactFormats.Guess(fileName, text) ?? throw new RefusalException($"Neither name nor content tells the form of the file; say which: {Words}.", RefusalException.Input);
    }

    private static string Words => string.Join(", ", ContactFormats.All.Select(format => format.Word));
}
