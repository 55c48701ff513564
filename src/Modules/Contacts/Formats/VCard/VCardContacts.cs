using System.Globalization;
using System.Text;
using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>vCard 4.0 (RFC 6350): one card a point. What vCard has no property for stands in <c>X-NOROSHI-…</c> properties.</summary>
internal sealed class VCardContacts : IContactFormat
{
    private const string Own = "X-NOROSHI-";

    // Said by properties of vCard itself; everything else is said by ours.
    private static readonly string[] Spoken =
        [EntryFields.OrganisationEn, EntryFields.OrganisationJa, EntryFields.Channels, EntryFields.Languages, EntryFields.TimeZone, EntryFields.Note];

    public string Word => "vcard";

    public string MediaType => "text/vcard; charset=utf-8";

    public string Ending => ".vcf";

    public string Write(ExportedPoints points)
    {
        var text = new StringBuilder();
        foreach (var (body, point) in points.Points)
        {
            var fields = EntryFields.Of(body, point);
            text.Append("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n");
            text.Append(VCardLine.Write("UID", "urn:noroshi:contact:" + point.Id, "VALUE=uri", raw: true));
            if (body.NameEn.Length > 0) text.Append(VCardLine.Write("FN", body.NameEn, "ALTID=1;LANGUAGE=en"));
            if (body.NameJa.Length > 0) text.Append(VCardLine.Write("FN", body.NameJa, "ALTID=1;LANGUAGE=ja"));
            text.Append(VCardLine.Write("ROLE", fields[EntryFields.Function]));
            foreach (var (channel, rank) in point.Channels.Select((channel, index) => (channel, Math.Min(index + 1, 100)))) text.Append(WriteChannel(channel, "PREF=" + rank.ToString(CultureInfo.InvariantCulture)));
            foreach (var (language, rank) in point.Languages.Select((language, index) => (language, Math.Min(index + 1, 100)))) text.Append(VCardLine.Write("LANG", language, "PREF=" + rank.ToString(CultureInfo.InvariantCulture)));
            if (point.Hours.Zone.Length > 0) text.Append(VCardLine.Write("TZ", point.Hours.Zone, "VALUE=text"));
            if (point.Note.Length > 0) text.Append(VCardLine.Write("NOTE", point.Note));
            foreach (var field in EntryFields.All.Except(Spoken).Where(field => fields.GetValueOrDefault(field) is { Length: > 0 })) text.Append(VCardLine.Write(Own + field.ToUpperInvariant().Replace('_', '-'), fields[field]));
            if (point.IsExercise) text.Append(VCardLine.Write("CATEGORIES", ExportedPoints.ExerciseMark));
            text.Append("END:VCARD\r\n");
        }

        return text.ToString();
    }

    public FileContent Read(string text, ImportDefaults defaults)
    {
        var content = FileContent.Empty();
        Card? card = null;
        foreach (var (number, line) in VCardLine.Read(text))
        {
            if (line is null) content.Problems.Add(new FieldProblem(number, "file", "is not a line of a vCard."));
            else if (line.Name == "BEGIN" && line.Value.Equals("VCARD", StringComparison.OrdinalIgnoreCase))
            {
                if (card is not null) content.Problems.Add(new FieldProblem(number, "file", "begins a card within a card."));
                card = new Card(number, content);
            }
            else if (card is null) content.Problems.Add(new FieldProblem(number, "file", "stands outside of any card."));
            else if (line.Name == "END")
            {
                content.Entries.Add((card.Line, defaults.Fill(card.Fields())));
                card = null;
                if (content.Entries.Count > ContactFormats.MostEntries) return FileContent.Wrong(number, "file", FormattableString.Invariant($"There are more than {ContactFormats.MostEntries} cards; split the file."));
            }
            else card.Take(line);
            if (content.Problems.Count >= 50) return content;
        }

        if (card is not null) content.Problems.Add(new FieldProblem(card.Line, "file", "The card does not end."));
        if (content.Entries.Count + content.Problems.Count == 0) content.Problems.Add(new FieldProblem(1, "file", "There is no card in the file."));
        return content;
    }

    private static string WriteChannel(Channel channel, string rank) => channel.Kind switch
    {
        ChannelKind.Telephone => VCardLine.Write("TEL", channel.Value, rank + ";VALUE=text"),
        ChannelKind.Email => VCardLine.Write("EMAIL", channel.Value, rank),
        ChannelKind.Web => VCardLine.Write("URL", channel.Value, rank, raw: true),
        _ => VCardLine.Write("IMPP", channel.Value, rank + ";VALUE=text"),
    };

    /// <summary>A card while its lines come in.</summary>
    private sealed class Card(int line, FileContent content)
    {
        private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
        private readonly List<(int Rank, string Text)> _channels = [];
        private readonly List<(int Rank, string Text)> _languages = [];
        private bool _isVersion4;

        internal int Line { get; } = line;

        internal void Take(VCardLine property)
        {
            var rank = property.Parameters.TryGetValue("PREF", out var said) && int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 101;
            switch (property.Name)
            {
                case "VERSION":
                    _isVersion4 = property.Value == "4.0";
                    if (!_isVersion4) content.Problems.Add(new FieldProblem(property.Number, "VERSION", "is not 4.0; save the card as vCard 4.0."));
                    break;
                case "FN":
                    _fields[property.Parameters.GetValueOrDefault("LANGUAGE")?.StartsWith("ja", StringComparison.OrdinalIgnoreCase) == true ? EntryFields.OrganisationJa : EntryFields.OrganisationEn] = property.Text;
                    break;
                case "ROLE" when ContactWords.Function(property.Text) is not null:
                    _fields.TryAdd(EntryFields.Function, property.Text);
                    break;
                case "TEL":
                    _channels.Add((rank, "telephone:" + Without(property.Text, "tel:")));
                    break;
                case "EMAIL":
                    _channels.Add((rank, "email:" + Without(property.Text, "mailto:")));
                    break;
                case "URL":
                    _channels.Add((rank, "web:" + property.Value));
                    break;
                case "IMPP":
                    _channels.Add((rank, "chat:" + property.Text));
                    break;
                case "LANG":
                    _languages.Add((rank, property.Text));
                    break;
                case "TZ":
                    _fields[EntryFields.TimeZone] = property.Text;
                    break;
                case "NOTE":
                    _fields[EntryFields.Note] = property.Text;
                    break;
                case "REV" when property.Text.Length >= 8 && DateOnly.TryParseExact(property.Text[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                    _fields.TryAdd(EntryFields.AsOf, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                    break;
                case "KIND" or "UID" or "CATEGORIES":
                    break;
                default:
                    var field = property.Name.StartsWith(Own, StringComparison.Ordinal) ? property.Name[Own.Length..].ToLowerInvariant().Replace('-', '_') : "";
                    if (EntryFields.All.Contains(field)) _fields[field] = property.Text;
                    else if (content.NotUnderstood.Count < 200) content.NotUnderstood.Add(FormattableString.Invariant($"line {property.Number}: {property.Name}"));
                    break;
            }
        }

        internal Dictionary<string, string> Fields()
        {
            if (!_isVersion4 && content.Problems.Count == 0) content.Problems.Add(new FieldProblem(Line, "VERSION", "is missing; the card must say VERSION:4.0."));
            _fields[EntryFields.Channels] = string.Join(EntryFields.Lists[EntryFields.Channels], _channels.OrderBy(each => each.Rank).Select(each => each.Text));
            _fields[EntryFields.Languages] = string.Join(EntryFields.Lists[EntryFields.Languages], _languages.OrderBy(each => each.Rank).Select(each => each.Text));
            return _fields;
        }

        private static string Without(string text, string scheme) => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? text[scheme.Length..] : text;
    }
}
