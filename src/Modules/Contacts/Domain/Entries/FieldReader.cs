using System.Globalization;
using System.Text.RegularExpressions;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>Reads single fields of an entry strictly and collects what is wrong; everything that comes from outside passes here.</summary>
internal sealed partial class FieldReader(IReadOnlyDictionary<string, string> fields, int line, ICollection<FieldProblem> problems)
{
    internal const int LongestName = 200, LongestNote = 2_000, LongestValue = 300, MostItems = 12;

    internal void Wrong(string field, string message) => problems.Add(new FieldProblem(line, field, message));

    /// <summary>The text without spaces around it, in one normal form; lines only where allowed.</summary>
    internal string Text(string field, int longest = LongestName, bool required = false, bool lines = false)
    {
        var raw = fields.GetValueOrDefault(field) ?? "";
        if (raw.Length > 4 * longest)
        {
            Wrong(field, FormattableString.Invariant($"is longer than {longest} characters; shorten it."));
            return "";
        }

        if (!IsWhole(raw))
        {
            Wrong(field, "holds half characters; send it as UTF-8.");
            return "";
        }

        var text = raw.ReplaceLineEndings("\n").Trim().Normalize();
        if (text.Any(letter => char.IsControl(letter) && !(lines && letter == '\n')) || text.Any(IsInvisible)) Wrong(field, "holds control characters; take them out.");
        else if (text.Length > longest) Wrong(field, FormattableString.Invariant($"is longer than {longest} characters; shorten it."));
        else if (required && text.Length == 0) Wrong(field, "is missing.");
        else return text;
        return "";
    }

    /// <summary>A name of ours: letters, digits, dots and hyphens; empty where none was given.</summary>
    internal string Identifier(string field)
    {
        var text = Text(field, 64);
        if (text.Length == 0 || (text != "new" && IdentifierPattern().IsMatch(text))) return text; // "new" is the address of a form.
        Wrong(field, "is not a name of an entry; use 2 to 64 lower-case letters, digits, dots or hyphens.");
        return "";
    }

    internal DateOnly? Day(string field)
    {
        var text = Text(field, 10);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(field, "is not a day; write it like 2026-03-01.");
        return null;
    }

    internal Provenance Provenance()
    {
        var source = Text(EntryFields.Source, LongestValue, required: true);
        var asOf = Text(EntryFields.AsOf, 10, required: true);
        PartialDate? date = null;
        if (PartialDate.TryParse(asOf, out var read)) date = read;
        else if (asOf.Length > 0) Wrong(EntryFields.AsOf, "is not a date; write 2026, 2026-03 or 2026-03-01.");
        var word = Text(EntryFields.Confidence, 1, required: true);
        if (word.Length == 1 && "ABCD".Contains(word[0], StringComparison.Ordinal)) return new Provenance(source, date, (Confidence)(word[0] - 'A'));
        if (word.Length > 0) Wrong(EntryFields.Confidence, "is not a confidence; use A, B, C or D.");
        return new Provenance(source, date, Confidence.D);
    }

    internal IReadOnlyList<string> Languages()
    {
        var tags = Items(EntryFields.Languages, [';', ',', ' ', '\n']);
        foreach (var tag in tags.Where(tag => !LanguagePattern().IsMatch(tag))) Wrong(EntryFields.Languages, $"'{Shown(tag)}' is not a language; use tags such as en, ja or fil (BCP 47).");
        return tags;
    }

    internal IReadOnlyList<string> Alternates()
    {
        var ids = Items(EntryFields.Alternates, [';', ',', ' ', '\n']);
        foreach (var id in ids.Where(id => !AnyIdentifierPattern().IsMatch(id))) Wrong(EntryFields.Alternates, $"'{Shown(id)}' is not the id of a point.");
        return ids;
    }

    internal IReadOnlyList<Channel> Channels()
    {
        var read = new List<Channel>();
        foreach (var item in Items(EntryFields.Channels, ['|', '\n']))
        {
            var colon = item.IndexOf(':', StringComparison.Ordinal);
            var value = colon < 0 ? "" : item[(colon + 1)..].Trim();
            if (colon < 0 || ContactWords.Channel(item[..colon].Trim()) is not { } kind) Wrong(EntryFields.Channels, $"'{Shown(item)}' does not say what it is; write telephone:…, email:…, web:… or chat:….");
            else if (!Fits(kind, value)) Wrong(EntryFields.Channels, $"'{Shown(item)}' is not a {ContactWords.Of(kind)} address.");
            else read.Add(new Channel(kind, value));
        }

        return read;
    }

    internal IReadOnlyList<PointKey> Keys()
    {
        var read = new List<PointKey>();
        foreach (var item in Items(EntryFields.Keys, ['|', '\n']))
        {
            var colon = item.IndexOf(':', StringComparison.Ordinal);
            var kind = colon < 0 ? "" : item[..colon].Trim().ToLowerInvariant();
            var print = colon < 0 ? "" : item[(colon + 1)..].Replace(" ", "", StringComparison.Ordinal);
            if (kind == PointKey.OpenPgp && OpenPgpPattern().IsMatch(print)) read.Add(new PointKey(kind, print.ToUpperInvariant()));
            else if (kind == PointKey.Jws && ThumbprintPattern().IsMatch(print)) read.Add(new PointKey(kind, print));
            else Wrong(EntryFields.Keys, $"'{Shown(item)}' is not a fingerprint; write openpgp: and 40 or 64 hexadecimal digits, or jws: and a base64url thumbprint.");
        }

        return read;
    }

    internal OfficeHours Hours()
    {
        var zone = Text(EntryFields.TimeZone, 64);
        if (zone.Length > 0 && !(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && found.HasIanaId))
            Wrong(EntryFields.TimeZone, $"'{Shown(zone)}' is not a time zone; use an IANA name such as Asia/Manila.");
        var text = Text(EntryFields.Hours, LongestValue);
        var always = text == HoursText.Always;
        var week = always ? [] : HoursText.Read(text);
        if (week is null) Wrong(EntryFields.Hours, $"'{Shown(text)}' is not understood; write 24/7, or for example 'Mon-Fri 09:00-17:30; Sat 10:00-12:00'.");
        else if (week.Count > 0 && zone.Length == 0) Wrong(EntryFields.TimeZone, "is missing: hours mean nothing without it.");
        var rule = Text(EntryFields.Holidays, 10);
        var (holidays, place) = rule.ToLowerInvariant() switch
        {
            "" => (HolidayRule.Unknown, ""),
            "open" => (HolidayRule.Open, ""),
            _ when PlacePattern().IsMatch(rule) => (HolidayRule.Closed, rule.ToUpperInvariant()),
            _ => (HolidayRule.Unknown, "?"),
        };
        if (place == "?") Wrong(EntryFields.Holidays, "is not understood; write 'open', or whose holidays are kept (PH, GB-SCT), or leave it empty where not known.");
        return new OfficeHours { Zone = zone, AroundTheClock = always, Week = week ?? [], Holidays = holidays, HolidayPlace = place == "?" ? "" : place };
    }

    internal int? CheckEveryDays()
    {
        var text = Text(EntryFields.CheckEveryDays, 4);
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 1_000) return days;
        Wrong(EntryFields.CheckEveryDays, "is not a number of days between 1 and 1000.");
        return null;
    }

    private List<string> Items(string field, char[] between)
    {
        var text = Text(field, MostItems * LongestValue, lines: true);
        var items = text.Split(between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (items.Count > MostItems) Wrong(field, FormattableString.Invariant($"has more than {MostItems} items."));
        if (items.Any(item => item.Length > LongestValue)) Wrong(field, FormattableString.Invariant($"has an item of more than {LongestValue} characters."));
        return items;
    }

    private static bool Fits(ChannelKind kind, string value) => kind switch
    {
        ChannelKind.Telephone => TelephonePattern().IsMatch(value),
        ChannelKind.Email => EmailPattern().IsMatch(value),
        ChannelKind.Web => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && !value.Any(char.IsWhiteSpace),
        _ => value.Length > 0,
    };

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;

    // Marks that turn the direction of writing or join nothing can make one address look like another.
    private static bool IsInvisible(char letter) => letter is '\u200b' or '\u200e' or '\u200f' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at])) continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1])) return false;
            at++;
        }

        return true;
    }

    /// <summary>An id of our own entries.</summary>
    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,63}$", RegexOptions.CultureInvariant)]
    internal static partial Regex IdentifierPattern();

    [GeneratedRegex("^(?:[A-Za-z0-9.-]{1,64}~)?[a-z0-9][a-z0-9.-]{1,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex AnyIdentifierPattern();

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LanguagePattern();

    [GeneratedRegex("^(?:[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenPgpPattern();

    [GeneratedRegex("^[A-Za-z0-9_-]{20,128}$", RegexOptions.CultureInvariant)]
    private static partial Regex ThumbprintPattern();

    [GeneratedRegex("^[A-Za-z]{2}(?:-[A-Za-z0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();

    [GeneratedRegex(@"^\+?[0-9][0-9 ()-]{2,30}(?: ?(?:ext\.?|x) ?[0-9]{1,6})?$", RegexOptions.CultureInvariant)]
    private static partial Regex TelephonePattern();

    [GeneratedRegex(@"^[^\s@<>()\[\],;:\\""|]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex EmailPattern();
}
