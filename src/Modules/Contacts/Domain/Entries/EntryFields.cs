using System.Globalization;

namespace Noroshi.Contacts.Domain;

/// <summary>
/// The fields of an entry as text, the same in files, forms, the history and between nodes: what one writes another reads.
/// </summary>
internal static class EntryFields
{
    internal const string Id = "id", State = "state", OrganisationId = "organisation_id", OrganisationEn = "organisation_en", OrganisationJa = "organisation_ja",
        OrganisationKind = "organisation_kind", Function = "function", TitleEn = "title_en", TitleJa = "title_ja", ValidFrom = "valid_from", ValidUntil = "valid_until",
        Languages = "languages", TimeZone = "time_zone", Hours = "hours", Holidays = "holidays", Channels = "channels", Keys = "keys", Alternates = "alternates",
        CheckEveryDays = "check_every_days", Note = "note", Source = "source", AsOf = "as_of", Confidence = "confidence";

    /// <summary>All, in the order of the columns of a CSV file.</summary>
    internal static readonly IReadOnlyList<string> All =
    [
        Id, State, OrganisationId, OrganisationEn, OrganisationJa, OrganisationKind, Function, TitleEn, TitleJa, ValidFrom, ValidUntil, Languages, TimeZone, Hours,
        Holidays, Channels, Keys, Alternates, CheckEveryDays, Note, Source, AsOf, Confidence,
    ];

    /// <summary>Those that stand for a list, and what stands between the items.</summary>
    internal static readonly IReadOnlyDictionary<string, string> Lists =
        new Dictionary<string, string> { [Languages] = ";", [Channels] = " | ", [Keys] = " | ", [Alternates] = ";" };

    /// <summary>The fields of an organisation.</summary>
    internal static Dictionary<string, string> Of(Body body) => new(StringComparer.Ordinal)
    {
        [State] = body.State.ToString(),
        [OrganisationId] = body.Id,
        [OrganisationEn] = body.NameEn,
        [OrganisationJa] = body.NameJa,
        [OrganisationKind] = ContactWords.Of(body.Kind),
        [Source] = body.Provenance.Source,
        [AsOf] = body.Provenance.AsOf?.ToString() ?? "",
        [Confidence] = body.Provenance.Confidence.ToString(),
    };

    /// <summary>The fields of a point and its organisation; source, date and confidence are the point's.</summary>
    internal static Dictionary<string, string> Of(Body body, ContactPoint point)
    {
        var fields = Of(body);
        fields[Id] = point.Id;
        fields[Function] = ContactWords.Of(point.Function);
        fields[TitleEn] = point.TitleEn;
        fields[TitleJa] = point.TitleJa;
        fields[ValidFrom] = Day(point.ValidFrom);
        fields[ValidUntil] = Day(point.ValidUntil);
        fields[Languages] = string.Join(Lists[Languages], point.Languages);
        fields[TimeZone] = point.Hours.Zone;
        fields[Hours] = HoursOf(point.Hours);
        fields[Holidays] = HolidaysOf(point.Hours);
        fields[Channels] = string.Join(Lists[Channels], point.Channels);
        fields[Keys] = string.Join(Lists[Keys], point.Keys);
        fields[Alternates] = string.Join(Lists[Alternates], point.Alternates);
        fields[CheckEveryDays] = point.CheckEveryDays?.ToString(CultureInfo.InvariantCulture) ?? "";
        fields[Note] = point.Note;
        fields[Source] = point.Provenance.Source;
        fields[AsOf] = point.Provenance.AsOf?.ToString() ?? "";
        fields[Confidence] = point.Provenance.Confidence.ToString();
        return fields;
    }

    internal static string HoursOf(OfficeHours hours) => hours.AroundTheClock ? HoursText.Always : HoursText.Write(hours.Week);

    internal static string HolidaysOf(OfficeHours hours) => hours.Holidays switch
    {
        HolidayRule.Open => "open",
        HolidayRule.Closed => hours.HolidayPlace,
        _ => "",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
