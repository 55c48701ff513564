using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>Evidence as typed into the page or sent to the API.</summary>
/// <remarks>
/// <c>Day</c>: <c>2026-03-14</c>, not after today.<br/>
/// <c>Kind</c>: <c>document</c>, <c>incident</c>, <c>message</c>, <c>meeting</c> or <c>web</c>; the last needs an address as its reference.<br/>
/// <c>Key</c>: Any text that names this act of sending; sent twice, it is kept once. Made up where missing.
/// </remarks>
internal sealed record EvidenceForm(string? Day, string? Statement, string? Words, string? Source, string? Kind, string? Reference, string? Key)
{
    /// <summary>The evidence, or null and every problem found.</summary>
    internal NewEvidence? Read(Norm norm, DateOnly today, ICollection<WrongAskException> problems)
    {
        var before = problems.Count;
        var day = EntryField.Try(problems, () => EntryDay.Read(Day, "day", today));
        var statement = EntryField.Try(problems, () => EntryText.Read(Statement, "statement", EntryText.LongestStatement, lines: true));
        var words = EntryField.Try(problems, () => EntryText.Read(Words, "words", EntryText.LongestLine));
        var source = EntryField.Try(problems, () => EntryText.Read(Source, "source", EntryText.LongestReference));
        var kind = EntryField.Try(problems, () => NormWords.KindOf(Kind) ?? throw new WrongAskException("kind", "This is not a kind of evidence.", $"Use one of: {string.Join(", ", NormWords.Kinds)}."));
        var reference = EntryField.Try(problems, () => EntryText.Read(Reference, "reference", EntryText.LongestReference, optional: true));
        var key = EntryField.Try(problems, () => EntryText.Read(Key, "key", 100, optional: true));
        if (kind == EvidenceKind.Web && reference is not null && !IsAddress(reference))
            problems.Add(new WrongAskException("reference", "This is not the address of a web page.", "Give an address that begins with https:// or http://, or choose another kind."));
        if (problems.Count > before) return null;
        return new NewEvidence(norm.Id, day, statement!, words!, source!, kind, reference!, key!.Length > 0 ? key : Guid.NewGuid().ToString("N"));
    }

    /// <summary>True for what may become a link on a page.</summary>
    internal static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0;
}
