using Noroshi.Kernel;

namespace Noroshi.Contacts.Domain;

/// <summary>Turns the fields of an entry into an organisation and a point, or says what is wrong with each field.</summary>
internal static class EntryReader
{
    /// <summary>The entry; null when a problem was added.</summary>
    /// <param name="fields">By name, see <see cref="EntryFields"/>; those that are missing count as empty.</param>
    /// <param name="line">Line of the file; 0 for a form.</param>
    /// <param name="problems">Receives everything that is wrong.</param>
    internal static ContactEntry? Read(IReadOnlyDictionary<string, string> fields, int line, ICollection<FieldProblem> problems)
    {
        var before = problems.Count;
        var reader = new FieldReader(fields, line, problems);
        var body = ReadBody(reader);
        // Source, date and confidence are read once: the point and, where it is new, its organisation rest on the same.
        var point = reader.Text(EntryFields.Function, 32).Length == 0 ? null : ReadPoint(reader) with { Provenance = body.Provenance };
        if (point is null && reader.Text(EntryFields.Id, 64).Length + reader.Text(EntryFields.Channels, FieldReader.LongestNote, lines: true).Length > 0)
            reader.Wrong(EntryFields.Function, "is missing: say what the point is for.");
        return problems.Count == before ? new ContactEntry(body, point, line) : null;
    }

    /// <summary>Only the organisation.</summary>
    internal static Body ReadBody(FieldReader reader)
    {
        var code = reader.Text(EntryFields.State, 2);
        var state = CountryCode.Unknown;
        if (code.Length > 0 && !CountryCode.TryParse(code, out state)) reader.Wrong(EntryFields.State, "is not a code of a state; use two letters (ISO 3166-1), for example PH.");
        var kind = ContactWords.Body(reader.Text(EntryFields.OrganisationKind, 32, required: true));
        if (kind is null) reader.Wrong(EntryFields.OrganisationKind, "is not a kind of organisation; use " + string.Join(", ", ContactWords.Bodies.Select(pair => pair.Word)) + ".");
        if (code.Length == 0 && kind is not BodyKind.International) reader.Wrong(EntryFields.State, "is missing; only international organisations belong to no state.");
        var (english, japanese) = (reader.Text(EntryFields.OrganisationEn), reader.Text(EntryFields.OrganisationJa));
        if (english.Length + japanese.Length == 0) reader.Wrong(EntryFields.OrganisationEn, "is missing: give the organisation's name in English or Japanese.");
        return new Body { Id = reader.Identifier(EntryFields.OrganisationId), State = state, Kind = kind ?? BodyKind.StateBody, NameEn = english, NameJa = japanese, Provenance = reader.Provenance() };
    }

    private static ContactPoint ReadPoint(FieldReader reader)
    {
        var function = ContactWords.Function(reader.Text(EntryFields.Function, 32));
        if (function is null) reader.Wrong(EntryFields.Function, "is not a function; use " + string.Join(", ", ContactWords.Functions.Select(pair => pair.Word)) + ".");
        var (from, until) = (reader.Day(EntryFields.ValidFrom), reader.Day(EntryFields.ValidUntil));
        if (from > until) reader.Wrong(EntryFields.ValidUntil, "lies before the first day.");
        var channels = reader.Channels();
        if (channels.Count == 0) reader.Wrong(EntryFields.Channels, "is missing: a point that cannot be reached is none.");
        return new ContactPoint
        {
            Id = reader.Identifier(EntryFields.Id),
            Function = function ?? ContactFunction.Technical,
            TitleEn = reader.Text(EntryFields.TitleEn, 120),
            TitleJa = reader.Text(EntryFields.TitleJa, 120),
            ValidFrom = from,
            ValidUntil = until,
            Languages = reader.Languages(),
            Hours = reader.Hours(),
            Channels = channels,
            Keys = reader.Keys(),
            Alternates = reader.Alternates(),
            CheckEveryDays = reader.CheckEveryDays(),
            Note = reader.Text(EntryFields.Note, FieldReader.LongestNote, lines: true),
        };
    }
}
