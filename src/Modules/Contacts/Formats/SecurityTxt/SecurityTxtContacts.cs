using System.Globalization;
using System.Text;
using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Formats;

/// <summary>
/// <c>security.txt</c> (RFC 9116). One file speaks for one point; several points are written one after the other, each headed by comments that
/// only this program reads, to be published apart.
/// </summary>
internal sealed class SecurityTxtContacts : IContactFormat
{
    private const string Heading = "# Organisation: ";

    // RFC 9116 wants files looked at again within a year.
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(364);
    private static readonly (string Comment, string Field)[] Comments =
        [(Heading, EntryFields.OrganisationEn), ("# 組織: ", EntryFields.OrganisationJa), ("# State: ", EntryFields.State), ("# Kind: ", EntryFields.OrganisationKind), ("# Function: ", EntryFields.Function), ("# Id: ", EntryFields.Id)];

    public string Word => "security-txt";

    public string MediaType => "text/plain; charset=utf-8";

    public string Ending => ".txt";

    public string Write(ExportedPoints points)
    {
        var text = new StringBuilder();
        foreach (var (body, point) in points.Points)
        {
            var fields = EntryFields.Of(body, point);
            if (text.Length > 0) text.Append("\r\n");
            foreach (var (comment, field) in Comments) text.Append(comment).Append(fields[field]).Append("\r\n");
            if (point.IsExercise) text.Append("# ").Append(ExportedPoints.ExerciseMark).Append("\r\n");
            foreach (var channel in point.Channels)
            {
                if (Address(channel) is { } address) text.Append("Contact: ").Append(address).Append("\r\n");
            }

            foreach (var key in point.Keys.Where(key => key.Kind == PointKey.OpenPgp)) text.Append("Encryption: openpgp4fpr:").Append(key.Fingerprint.ToLowerInvariant()).Append("\r\n");
            if (point.Languages.Count > 0) text.Append("Preferred-Languages: ").Append(string.Join(", ", point.Languages)).Append("\r\n");
            text.Append("Expires: ").Append(Expires(point, points.At).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).Append("\r\n");
        }

        return text.ToString();
    }

    public FileContent Read(string text, ImportDefaults defaults)
    {
        var content = FileContent.Empty();
        Part? part = null;
        var armour = false;
        var lines = text.TrimStart('\ufeff').Split('\n');
        for (var at = 0; at < lines.Length && content.Problems.Count < 50; at++)
        {
            var (number, line) = (at + 1, lines[at].Trim());
            // A signed file is read as its text; whether the signature holds is not checked, and said.
            if (line.StartsWith("-----BEGIN PGP", StringComparison.Ordinal)) armour = true;
            if (line == "-----BEGIN PGP SIGNED MESSAGE-----") content.NotUnderstood.Add("The file is signed (OpenPGP); the signature was not checked.");
            if (line == "-----BEGIN PGP SIGNATURE-----") break;
            if (armour)
            {
                armour = line.Length > 0;
                continue;
            }

            if (line.StartsWith(Heading, StringComparison.Ordinal) && part is { HasFields: true })
            {
                part.Close(defaults);
                part = null;
            }

            if (line.Length == 0) continue;
            if (content.Entries.Count > ContactFormats.MostEntries) return FileContent.Wrong(number, "file", "There are too many points; split the file.");
            part ??= new Part(number, content);
            part.Take(number, line);
        }

        part?.Close(defaults);
        if (content.Entries.Count + content.Problems.Count == 0) content.Problems.Add(new FieldProblem(1, "file", "The file has no fields."));
        return content;
    }

    private static string? Address(Channel channel) => channel.Kind switch
    {
        ChannelKind.Email => "mailto:" + channel.Value,
        ChannelKind.Telephone => "tel:" + new string([.. channel.Value.Select(letter => letter == ' ' ? '-' : letter).Where(letter => letter is not ('(' or ')'))]),
        ChannelKind.Web => channel.Value,
        _ => null,
    };

    private static DateTime Expires(ContactPoint point, DateTimeOffset at)
    {
        var latest = (at + LongestLife).UtcDateTime;
        return point.ValidUntil is { } until && until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var end && end < latest ? end.AddSeconds(-1) : latest;
    }

    /// <summary>The fields of one file while its lines come in.</summary>
    private sealed class Part(int line, FileContent content)
    {
        private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
        private readonly List<string> _channels = [];
        private readonly List<string> _keys = [];
        private int _expires;

        internal bool HasFields { get; private set; }

        internal void Take(int number, string text)
        {
            if (text[0] == '#')
            {
                foreach (var (comment, field) in Comments.Where(known => text.StartsWith(known.Comment, StringComparison.Ordinal))) _fields[field] = text[comment.Length..].Trim();
                return;
            }

            HasFields = true;
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1)
            {
                content.Problems.Add(new FieldProblem(number, "file", "is neither a field nor a comment."));
                return;
            }

            var value = text[(colon + 1)..].Trim();
            switch (text[..colon].ToLowerInvariant())
            {
                case "contact" when value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase):
                    _channels.Add("email:" + value[7..].Split('?')[0]);
                    break;
                case "contact" when value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase):
                    _channels.Add("telephone:" + value[4..].Split(';')[0]);
                    break;
                case "contact" when value.StartsWith("https://", StringComparison.OrdinalIgnoreCase):
                    _channels.Add("web:" + value);
                    break;
                case "contact":
                    content.Problems.Add(new FieldProblem(number, "Contact", "is not a mailto:, tel: or https: address."));
                    break;
                case "expires":
                    Expire(number, value);
                    break;
                case "encryption" when value.StartsWith("openpgp4fpr:", StringComparison.OrdinalIgnoreCase):
                    _keys.Add("openpgp:" + value[12..]);
                    break;
                case "preferred-languages":
                    if (!_fields.TryAdd(EntryFields.Languages, string.Join(';', value.Split(',', StringSplitOptions.TrimEntries)))) content.Problems.Add(new FieldProblem(number, "Preferred-Languages", "stands twice."));
                    break;
                default:
                    if (content.NotUnderstood.Count < 200) content.NotUnderstood.Add(FormattableString.Invariant($"line {number}: {(text.Length > 60 ? text[..60] + "…" : text)}"));
                    break;
            }
        }

        internal void Close(ImportDefaults defaults)
        {
            if (!HasFields) return;
            if (_channels.Count == 0) content.Problems.Add(new FieldProblem(line, "Contact", "is missing; RFC 9116 requires it."));
            if (_expires == 0) content.Problems.Add(new FieldProblem(line, "Expires", "is missing; RFC 9116 requires it."));
            _fields[EntryFields.Channels] = string.Join(EntryFields.Lists[EntryFields.Channels], _channels);
            _fields[EntryFields.Keys] = string.Join(EntryFields.Lists[EntryFields.Keys], _keys);
            content.Entries.Add((line, defaults.Fill(_fields)));
        }

        private void Expire(int number, string value)
        {
            if (++_expires > 1) content.Problems.Add(new FieldProblem(number, "Expires", "stands twice."));
            else if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var until) || !value.Contains('T', StringComparison.OrdinalIgnoreCase)) content.Problems.Add(new FieldProblem(number, "Expires", "is not a time such as 2027-01-31T00:00:00Z."));
            else _fields[EntryFields.ValidUntil] = DateOnly.FromDateTime(until.UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }
}
