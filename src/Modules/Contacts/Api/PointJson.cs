using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Features;

namespace Noroshi.Contacts.Api;

/// <summary>A point as the API gives it: its fields as in files, and how it stands.</summary>
internal sealed record PointJson(
    string Id, string State, string Organisation, string OrganisationId, string OrganisationJa, string OrganisationKind, string Function, string? TitleEn, string? TitleJa, string? ValidFrom, string? ValidUntil,
    IReadOnlyList<string> Languages, string? TimeZone, string? Hours, string? Holidays, IReadOnlyList<WhoAnswerJson.Way> Channels, IReadOnlyList<string> Keys, IReadOnlyList<string> Alternates, int? CheckEveryDays, string? Note,
    string Source, string? AsOf, string Confidence, string? Origin, bool Exercise, bool Valid, DateTimeOffset? RetiredAt, string? RetiredReason, long Version)
{
    internal static PointJson Of(Body body, ContactPoint point, DateTimeOffset now)
    {
        var fields = EntryFields.Of(body, point);
        string? Filled(string field) => fields[field] is { Length: > 0 } value ? value : null;
        return new PointJson(
            point.Id, body.State.ToString(), body.Name(japanese: false), body.Id, body.NameJa, fields[EntryFields.OrganisationKind], fields[EntryFields.Function], Filled(EntryFields.TitleEn), Filled(EntryFields.TitleJa),
            Filled(EntryFields.ValidFrom), Filled(EntryFields.ValidUntil), point.Languages, Filled(EntryFields.TimeZone), Filled(EntryFields.Hours), Filled(EntryFields.Holidays),
            [.. point.Channels.Select(channel => new WhoAnswerJson.Way(ContactWords.Of(channel.Kind), channel.Value))], [.. point.Keys.Select(key => key.ToString())], point.Alternates, point.CheckEveryDays, Filled(EntryFields.Note),
            fields[EntryFields.Source], Filled(EntryFields.AsOf), fields[EntryFields.Confidence], point.Origin.Length > 0 ? point.Origin : null, point.IsExercise, point.IsValidAt(now), point.RetiredAt,
            point.RetiredReason.Length > 0 ? point.RetiredReason : null, point.Version);
    }
}
