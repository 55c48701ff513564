using Noroshi.Contacts.Domain;
using Noroshi.Kernel;

namespace Noroshi.Contacts.Store;

/// <summary>An organisation as the records keep it.</summary>
internal sealed class BodyRow
{
    internal const string Columns = "id, origin, state, kind, name_en, name_ja, source, as_of, confidence, is_exercise, version";

    public string Id { get; init; } = "";

    public string Origin { get; init; } = "";

    public string State { get; init; } = "";

    public string Kind { get; init; } = "";

    public string NameEn { get; init; } = "";

    public string NameJa { get; init; } = "";

    public string Source { get; init; } = "";

    public string AsOf { get; init; } = "";

    public string Confidence { get; init; } = "";

    public bool IsExercise { get; init; }

    public long Version { get; init; }

    internal static BodyRow Of(Body body) => new()
    {
        Id = body.Id,
        Origin = body.Origin,
        State = body.State.ToString(),
        Kind = ContactWords.Of(body.Kind),
        NameEn = body.NameEn,
        NameJa = body.NameJa,
        Source = body.Provenance.Source,
        AsOf = body.Provenance.AsOf?.ToString() ?? "",
        Confidence = body.Provenance.Confidence.ToString(),
        IsExercise = body.IsExercise,
        Version = body.Version,
    };

    internal Body ToBody() => new()
    {
        Id = Id,
        Origin = Origin,
        State = CountryCode.TryParse(State, out var state) ? state : CountryCode.Unknown,
        Kind = ContactWords.Body(Kind) ?? BodyKind.StateBody,
        NameEn = NameEn,
        NameJa = NameJa,
        Provenance = new Provenance(Source, PartialDate.TryParse(AsOf, out var date) ? date : null, Enum.Parse<Confidence>(Confidence)),
        IsExercise = IsExercise,
        Version = Version,
    };
}
