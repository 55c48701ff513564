using Noroshi.Contacts.Domain;

namespace Noroshi.Contacts.Store;

/// <summary>A point as the records keep it: its fields as text, read back by the same reader that takes them in.</summary>
internal sealed class PointRow
{
    internal const string Columns =
        "id, body_id, origin, function, title_en, title_ja, valid_from, valid_until, languages, time_zone, hours, holidays, channels, keys, alternates, "
        + "check_every_days, note, source, as_of, confidence, is_exercise, version, retired_at, retired_reason";

    internal const string Values =
        "@Id, @BodyId, @Origin, @Function, @TitleEn, @TitleJa, @ValidFrom, @ValidUntil, @Languages, @TimeZone, @Hours, @Holidays, @Channels, @Keys, @Alternates, "
        + "@CheckEveryDays, @Note, @Source, @AsOf, @Confidence, @IsExercise, @Version, @RetiredAt, @RetiredReason";

    public string Id { get; init; } = "";

    public string BodyId { get; init; } = "";

    public string Origin { get; init; } = "";

    public string Function { get; init; } = "";

    public string TitleEn { get; init; } = "";

    public string TitleJa { get; init; } = "";

    public string ValidFrom { get; init; } = "";

    public string ValidUntil { get; init; } = "";

    public string Languages { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public string Hours { get; init; } = "";

    public string Holidays { get; init; } = "";

    public string Channels { get; init; } = "";

    public string Keys { get; init; } = "";

    public string Alternates { get; init; } = "";

    public string CheckEveryDays { get; init; } = "";

    public string Note { get; init; } = "";

    public string Source { get; init; } = "";

    public string AsOf { get; init; } = "";

    public string Confidence { get; init; } = "";

    public bool IsExercise { get; init; }

    public long Version { get; init; }

    public DateTimeOffset? RetiredAt { get; init; }

    public string RetiredReason { get; init; } = "";

    internal static PointRow Of(ContactPoint point)
    {
        var fields = EntryFields.Of(new Body(), point);
        return new PointRow
        {
            Id = point.Id,
            BodyId = point.BodyId,
            Origin = point.Origin,
            Function = fields[EntryFields.Function],
            TitleEn = point.TitleEn,
            TitleJa = point.TitleJa,
            ValidFrom = fields[EntryFields.ValidFrom],
            ValidUntil = fields[EntryFields.ValidUntil],
            Languages = fields[EntryFields.Languages],
            TimeZone = fields[EntryFields.TimeZone],
            Hours = fields[EntryFields.Hours],
            Holidays = fields[EntryFields.Holidays],
            Channels = fields[EntryFields.Channels],
            Keys = fields[EntryFields.Keys],
            Alternates = fields[EntryFields.Alternates],
            CheckEveryDays = fields[EntryFields.CheckEveryDays],
            Note = point.Note,
            Source = fields[EntryFields.Source],
            AsOf = fields[EntryFields.AsOf],
            Confidence = fields[EntryFields.Confidence],
            IsExercise = point.IsExercise,
            Version = point.Version,
            RetiredAt = point.RetiredAt,
            RetiredReason = point.RetiredReason,
        };
    }

    internal ContactPoint ToPoint()
    {
        var reader = new FieldReader(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [EntryFields.ValidFrom] = ValidFrom,
                [EntryFields.ValidUntil] = ValidUntil,
                [EntryFields.Languages] = Languages,
                [EntryFields.TimeZone] = TimeZone,
                [EntryFields.Hours] = Hours,
                [EntryFields.Holidays] = Holidays,
                [EntryFields.Channels] = Channels,
                [EntryFields.Keys] = Keys,
                [EntryFields.Alternates] = Alternates,
                [EntryFields.CheckEveryDays] = CheckEveryDays,
                [EntryFields.Source] = Source,
                [EntryFields.AsOf] = AsOf,
                [EntryFields.Confidence] = Confidence,
            },
            0,
            []);
        return new ContactPoint
        {
            Id = Id,
            BodyId = BodyId,
            Origin = Origin,
            Function = ContactWords.Function(Function) ?? ContactFunction.Technical,
            TitleEn = TitleEn,
            TitleJa = TitleJa,
            ValidFrom = reader.Day(EntryFields.ValidFrom),
            ValidUntil = reader.Day(EntryFields.ValidUntil),
            Languages = reader.Languages(),
            Hours = reader.Hours(),
            Channels = reader.Channels(),
            Keys = reader.Keys(),
            Alternates = reader.Alternates(),
            CheckEveryDays = reader.CheckEveryDays(),
            Note = Note,
            Provenance = reader.Provenance(),
            IsExercise = IsExercise,
            Version = Version,
            RetiredAt = RetiredAt,
            RetiredReason = RetiredReason,
        };
    }
}
