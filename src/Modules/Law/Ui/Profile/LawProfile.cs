using Microsoft.Extensions.Localization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Law.Domain;
using Noroshi.Law.Features;
using Noroshi.Shell.Access;

namespace Noroshi.Law.Ui.Profile;

/// <summary>What binds us and another state on a day, what only one of us is bound by, what the other reserved, and whom it designated.</summary>
internal sealed class LawProfile(TreatyRegister register, StateIndex states, LawLabels labels, IStringLocalizer<LawProfileText> text) : IStateProfileSource
{
    private static readonly InstrumentKind[] _agreements = [InstrumentKind.MutualAssistance, InstrumentKind.Extradition, InstrumentKind.CloudAct];

    /// <inheritdoc/>
    public IReadOnlyList<ProfileTopic> Topics { get; } = [ProfileTopic.Treaties];

    /// <inheritdoc/>
    public Task<IReadOnlyList<ProfileSection>> SectionsAsync(ProfileQuestion question, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<ProfileSection>>(question.Person is { } person && !LawReaders.All.Any(person.HasRole) ? [] : Sections(question));

    private ProfileSection[] Sections(ProfileQuestion question)
    {
        var on = new RegisterOn(register, states, question.Day);
        var words = new StatusSentence(labels, text, question.Day);
        var href = $"/law/states/{question.State}?on={LawVerb.Write(question.Day)}&basis={StatusWords.InForce}";
        var conventions = register.Instruments.Where(instrument => !instrument.IsAgreement)
            .Select(instrument => new Pair(instrument, on.StatusOf(instrument, question.OwnState), on.StatusOf(instrument, question.State), Both(on, instrument, question)))
            .ToList();
        return
        [
            new(ProfileTopic.Treaties, text["BetweenUs"], text["NothingBetweenUs"])
            {
                Facts = [.. conventions.Where(pair => pair.Bound != Truth.No).Select(words.Of), .. Agreements(on, question).Select(words.Of)],
                Note = text["BetweenUsNote"],
                Href = href,
            },
            new(ProfileTopic.Treaties, text["NotBetweenUs"], text["NothingElse"])
            {
                Facts = [.. conventions.Where(pair => pair.Bound == Truth.No && Matters(pair)).Select(words.Of)],
                Href = href,
            },
            new(ProfileTopic.Treaties, text["Texts", labels.State(question.State)], text["NoTexts"])
            {
                Facts = [.. register.Book.Reservations.Where(each => each.State == question.State && each.Kind != "authority" && each.InEffect(question.Day) != Truth.No).Select(each => OfText(each, question.Day))],
                Note = Coverage(question.State),
                Href = href + "#reservations",
            },
            new(ProfileTopic.Treaties, text["Designated", labels.State(question.State)], text["NobodyDesignated"])
            {
                Facts = [.. register.Book.Authorities.Where(body => body.State == question.State && Lasts(body, question.Day) && Concerns(body, on, question)).Select(Of)],
                Href = href + "#authorities",
            },
        ];
    }

    private static Truth Both(RegisterOn on, Instrument instrument, ProfileQuestion question) =>
        (Truth)Math.Min((int)on.BoundBy(instrument.Id, question.OwnState), (int)on.BoundBy(instrument.Id, question.State));

    private static IEnumerable<Pair> Agreements(RegisterOn on, ProfileQuestion question) =>
        _agreements.SelectMany(kind => on.AgreementsBetween(kind, question.OwnState, question.State))
            .Where(found => found.InForce != Truth.No)
            .Select(found => new Pair(found.Agreement, null, null, found.InForce));

    /// <summary>A convention is worth a line as soon as one of the two has something to do with it.</summary>
    private static bool Matters(Pair pair) => pair.Ours!.Status != PartyStatus.NotBound || pair.Theirs!.Status != PartyStatus.NotBound;

    private ProfileFact OfText(Reservation said, DateOnly day) => new(
        said.Article == "*"
            ? text["TextLineWhole", said.Instrument, labels["TextKind_" + said.Kind], said.Summary]
            : text["TextLine", said.Instrument, Article(said.Article), labels["TextKind_" + said.Kind], said.Summary],
        said.Provenance.Source)
    {
        Detail = Joined(
            said.ValidFrom is { } from ? (string)text["Since", from.ToString()] : null,
            said.InEffect(day) == Truth.Unknown ? (string)text["EffectUnknown"] : null,
            said.Note),
        AsOf = said.Provenance.AsOf,
        Confidence = said.Provenance.Confidence,
        Href = "/law/instruments/" + said.Instrument,
    };

    private ProfileFact Of(Authority body) => new(
        text["AuthorityLine", labels["Role_" + body.Role], Name(body)],
        body.Provenance.Source)
    {
        Detail = Joined(text["Under", body.Instrument, Article(body.Article)], body.Note),
        AsOf = body.Provenance.AsOf,
        Confidence = body.Provenance.Confidence,
    };

    private string Article(string article) => article is "*" or "other" ? labels.Article(article) : text["ArticleNumber", labels.Article(article)];

    private static string Name(Authority body) => body.OrganisationLocal.Length == 0 || body.OrganisationLocal == body.OrganisationEn
        ? body.OrganisationEn
        : $"{body.OrganisationEn} ({body.OrganisationLocal})";

    private static bool Lasts(Authority body, DateOnly day) => (body.ValidFrom is not { } from || day >= from.First) && (body.ValidTo is not { } to || day < to.Last);

    /// <summary>Designations under agreements with third states are no concern of ours.</summary>
    private bool Concerns(Authority body, RegisterOn on, ProfileQuestion question) =>
        register.Find(body.Instrument) is { IsAgreement: false }
        || _agreements.SelectMany(kind => on.AgreementsBetween(kind, question.OwnState, question.State)).Any(found => found.Agreement.IsNamedBy(body.Instrument));

    private string Coverage(CountryCode state)
    {
        var known = register.Book.Coverages.Where(coverage => coverage.State == state).ToList();
        return known.Count == 0
            ? labels["Coverage_None"]
            : string.Join(' ', known.GroupBy(coverage => coverage.Extent).OrderByDescending(group => group.Key)
                .Select(group => (string)text["CoverageLine", string.Join(", ", group.Select(coverage => coverage.Instrument)), labels["Coverage_" + group.Key]]));
    }

    private static string? Joined(params string?[] parts) => parts.Where(part => !string.IsNullOrEmpty(part)).ToList() is { Count: > 0 } said ? string.Join(" · ", said) : null;

    /// <summary>An instrument and how the two stand to it; an agreement is in force or not, so that the two statuses are not told apart.</summary>
    internal sealed record Pair(Instrument Instrument, StateStatus? Ours, StateStatus? Theirs, Truth Bound);
}
