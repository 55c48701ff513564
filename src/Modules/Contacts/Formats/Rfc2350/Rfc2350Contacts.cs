using System.Text;
using System.Text.RegularExpressions;
using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>
/// The self-description of an incident response team after RFC 2350: written with the template's sections, empty ones saying so; read as far
/// as its numbered headings go, and what was not understood is listed.
/// </summary>
internal sealed partial class Rfc2350Contacts : IContactFormat
{
    private const string NotRecorded = "Not recorded. 記録なし。";
    private static readonly string Between = new('=', 72);

    // Sections of the template say these; everything else stands as "field: value" under Other Information.
    private static readonly string[] Spoken =
        [EntryFields.AsOf, EntryFields.OrganisationEn, EntryFields.TimeZone, EntryFields.Channels, EntryFields.Keys];

    public string Word => "rfc2350";

    public string MediaType => "text/plain; charset=utf-8";

    public string Ending => ".txt";

    public string Write(ExportedPoints points)
    {
        var text = new StringBuilder();
        foreach (var (body, point) in points.Points)
        {
            if (text.Length > 0) text.Append('\n').Append(Between).Append("\n\n");
            if (point.IsExercise) text.Append(ExportedPoints.ExerciseMark).Append("\n\n");
            var fields = EntryFields.Of(body, point);
            foreach (var section in Rfc2350Section.All)
            {
                text.Append(section.Number).Append(". ").Append(section.Title).Append("\n\n");
                if (section.IsChapter) continue;
                var lines = Lines(section, point, fields).ToList();
                foreach (var line in lines.Count > 0 ? lines : [NotRecorded]) text.Append("   ").Append(line).Append('\n');
                text.Append('\n');
            }
        }

        return text.ToString();
    }

    public FileContent Read(string text, ImportDefaults defaults)
    {
        var content = FileContent.Empty();
        var sections = new Dictionary<string, (int Line, List<string> Lines)>(StringComparer.Ordinal);
        var (current, began) = ("", 1);
        var lines = text.TrimStart('\ufeff').Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var line = lines[at].Trim();
            if (line.Length > 2_000) return FileContent.Wrong(at + 1, "file", "has a line of more than 2000 characters; this is no text after RFC 2350.");
            if (line == Between)
            {
                Close(sections, began, content, defaults);
                sections.Clear();
                (current, began) = ("", at + 2);
                if (content.Entries.Count > ContactFormats.MostEntries) return FileContent.Wrong(at + 1, "file", "There are too many documents; split the file.");
            }
            else if (Heading().Match(line) is { Success: true } heading && IsOfTemplate(heading) && !sections.ContainsKey(heading.Groups["number"].Value))
            {
                current = heading.Groups["number"].Value;
                sections[current] = (at + 1, []);
            }
            else if (current.Length > 0 && line.Length > 0) sections[current].Lines.Add(line);
            else if (line.Length > 0 && line != ExportedPoints.ExerciseMark && content.NotUnderstood.Count < 200) content.NotUnderstood.Add(FormattableString.Invariant($"line {at + 1}: {(line.Length > 60 ? line[..60] + "…" : line)}"));
        }

        Close(sections, began, content, defaults);
        if (content.Entries.Count + content.Problems.Count == 0) content.Problems.Add(new FieldProblem(1, "file", "No numbered section of the template was found, for example '2.1. Name of the Team'."));
        return content;
    }

    private static IEnumerable<string> Lines(Rfc2350Section section, ContactPoint point, Dictionary<string, string> fields)
    {
        IEnumerable<string> Of(ChannelKind kind) => point.Channels.Where(channel => channel.Kind == kind).Select(channel => channel.Value);
        return section.Number switch
        {
            "1.1" => [fields[EntryFields.AsOf]],
            "2.1" when fields[EntryFields.OrganisationEn].Length > 0 => [fields[EntryFields.OrganisationEn]],
            "2.3" when point.Hours.Zone.Length > 0 => [point.Hours.Zone],
            "2.4" => Of(ChannelKind.Telephone),
            "2.6" => Of(ChannelKind.Web).Concat(Of(ChannelKind.Chat).Select(chat => "chat:" + chat)),
            "2.7" => Of(ChannelKind.Email),
            "2.8" => point.Keys.Select(key => key.ToString()),
            // The order of the channels is lost when each stands in its own section; it is said here.
            "2.10" => EntryFields.All.Except(Spoken).Append(EntryFields.Channels).Where(field => fields.GetValueOrDefault(field) is { Length: > 0 }).Select(field => $"{field}: {Escape(fields[field])}"),
            "2.11" when point.Hours.AreKnown => [EntryFields.HoursOf(point.Hours)],
            _ => [],
        };
    }

    private static void Close(Dictionary<string, (int Line, List<string> Lines)> sections, int began, FileContent content, ImportDefaults defaults)
    {
        if (sections.Count == 0) return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        List<string> channels = [], keys = [];
        foreach (var (number, (line, lines)) in sections)
        {
            var said = string.Join('\n', lines.Where(each => each != NotRecorded));
            if (said.Length == 0) continue;
            var understood = number switch
            {
                "1.1" => Put(EntryFields.AsOf, Day().Match(said).Value),
                "2.1" => Put(EntryFields.OrganisationEn, lines[0]),
                "2.3" => Put(EntryFields.TimeZone, Zone().Match(said).Value),
                "2.4" => Add(channels, "telephone:", Telephone().Matches(said)),
                "1.3" or "2.6" => Add(channels, "web:", Web().Matches(said)),
                "2.7" => Add(channels, "email:", Email().Matches(said)),
                "2.8" => Add(keys, "openpgp:", Fingerprint().Matches(said)) | Add(keys, "", Thumbprint().Matches(said)),
                "2.10" => TakeFields(lines, fields, content, line),
                "2.11" => HoursText.Read(said) is { Count: > 0 } || said == HoursText.Always ? Put(EntryFields.Hours, said) : said.Contains("24/7", StringComparison.Ordinal) && Put(EntryFields.Hours, HoursText.Always),
                _ => false,
            };
            if (!understood && content.NotUnderstood.Count < 200) content.NotUnderstood.Add(FormattableString.Invariant($"line {line}: section {number}"));
        }

        if (!fields.ContainsKey(EntryFields.Channels)) fields[EntryFields.Channels] = string.Join(EntryFields.Lists[EntryFields.Channels], channels);
        if (keys.Count > 0) fields[EntryFields.Keys] = string.Join(EntryFields.Lists[EntryFields.Keys], keys);
        // Hours without a zone mean nothing: what was guessed from running text is dropped rather than refused.
        if (fields.GetValueOrDefault(EntryFields.TimeZone) is null or "" && fields.GetValueOrDefault(EntryFields.Hours) is { Length: > 0 } hours && hours != HoursText.Always) fields.Remove(EntryFields.Hours);
        content.Entries.Add((began, defaults.Fill(fields)));

        bool Put(string field, string value) => value.Length > 0 && (fields.TryAdd(field, value.Trim()) || true);
        static bool Add(List<string> list, string kind, MatchCollection found)
        {
            list.AddRange(found.Select(match => kind + (kind == "openpgp:" ? match.Value.Replace(" ", "", StringComparison.Ordinal) : match.Value.Trim().TrimEnd('.', ','))));
            return found.Count > 0;
        }
    }

    private static bool TakeFields(List<string> lines, Dictionary<string, string> fields, FileContent content, int line)
    {
        var taken = 0;
        foreach (var each in lines)
        {
            var colon = each.IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0 && EntryFields.All.Contains(each[..colon])) fields[each[..colon]] = Unescape(each[(colon + 2)..]);
            else if (content.NotUnderstood.Count < 200) content.NotUnderstood.Add(FormattableString.Invariant($"line {line}: {(each.Length > 60 ? each[..60] + "…" : each)}"));
            taken++;
        }

        return taken > 0;
    }

    // "10. March" in running text is no heading: the title must be the template's.
    private static bool IsOfTemplate(Match heading) => Rfc2350Section.All.Any(section =>
        section.Number == heading.Groups["number"].Value && heading.Groups["title"].Value.TrimEnd('.', ' ').StartsWith(section.Title.Split(' ')[0], StringComparison.OrdinalIgnoreCase));

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescape(string text) => Escaped().Replace(text, match => match.Value == "\\n" ? "\n" : "\\");

    [GeneratedRegex(@"^(?<number>[1-7](?:\.[0-9]{1,2})?)\.?\s+(?<title>\S.*)$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\b[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]{2,30}(?:/[A-Za-z_]{2,30})?\b|\bUTC\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Zone();

    [GeneratedRegex(@"\+?[0-9][0-9 ()-]{5,28}[0-9]", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"https://[^\s<>""|]{3,280}", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Web();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}[A-Za-z0-9]", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b(?:[0-9A-Fa-f]{4} {0,2}){9}[0-9A-Fa-f]{4}\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"\b(?:jws:[A-Za-z0-9_-]{20,128}|openpgp:[0-9A-Fa-f]{64})\b", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Thumbprint();

    [GeneratedRegex(@"\\[n\\]", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
