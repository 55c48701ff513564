using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Shell.ReferenceData;

/// <summary>States, entities, organisations, memberships and holidays, looked up by code. Immutable.</summary>
internal sealed class StateRegister : IStateNames
{
    private readonly Dictionary<string, State> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<CountryCode, (string En, string Ja)> _names = [];
    private readonly ILookup<string, Membership> _memberships;
    private readonly ILookup<CountryCode, Holiday> _holidays;

    public StateRegister(IReadOnlyList<State> states, IReadOnlyList<Entity> entities, IReadOnlyList<Organisation> organisations, IEnumerable<Membership> memberships, IEnumerable<Holiday> holidays)
    {
        States = states;
        Entities = entities;
        Organisations = organisations;
        foreach (var state in states)
        {
            _byCode[state.Alpha2.ToString()] = state;
            _byCode[state.Alpha3] = state;
            _byCode[state.Numeric] = state;
            _names[state.Alpha2] = (state.NameEn, state.NameJa);
        }

        foreach (var entity in entities)
        {
            if (CountryCode.TryParse(entity.Code, out var code)) _names[code] = (entity.NameEn, entity.NameJa);
        }

        _memberships = memberships.ToLookup(membership => membership.Member, StringComparer.Ordinal);
        _holidays = holidays.ToLookup(holiday => holiday.State);
        Codes = [.. _names.Keys.Order()];
    }

    /// <summary>The same facts under the names that the operator chose.</summary>
    public StateRegister Naming(IReadOnlyDictionary<CountryCode, (string En, string Ja)> names) => names.Count == 0 ? this : new StateRegister(
        [.. States.Select(state => names.TryGetValue(state.Alpha2, out var name) ? state with { NameEn = name.En, NameJa = name.Ja, NamedByOperator = true } : state)],
        [.. Entities.Select(entity => CountryCode.TryParse(entity.Code, out var code) && names.TryGetValue(code, out var name) ? entity with { NameEn = name.En, NameJa = name.Ja } : entity)],
        Organisations,
        _memberships.SelectMany(group => group),
        _holidays.SelectMany(group => group));

    /// <summary>A register that knows nothing: every name is shown as its code.</summary>
    public static StateRegister Empty { get; } = new([], [], [], [], []);

    /// <summary>In alpha-2 order.</summary>
    public IReadOnlyList<State> States { get; }

    public IReadOnlyList<Entity> Entities { get; }

    public IReadOnlyList<Organisation> Organisations { get; }

    /// <inheritdoc/>
    public IReadOnlyList<CountryCode> Codes { get; }

    /// <summary>The state with this alpha-2, alpha-3 (either case) or three-digit code, or <c>null</c>.</summary>
    public State? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>All recorded periods of a state or entity, by organisation and beginning.</summary>
    public IEnumerable<Membership> MembershipsOf(string code) => _memberships[code];

    /// <summary>The most certain answer to whether the state or entity was a member of the organisation on the day; partners and observers are not members.</summary>
    public Truth WasMember(string organisation, string code, DateOnly day) => _memberships[code]
        .Where(membership => membership.Organisation == organisation && membership.Status == "member")
        .Select(membership => membership.HoldsOn(day))
        .DefaultIfEmpty(Truth.No)
        .Max();

    /// <summary>Recorded holidays of a state, by date. Years without a row are not known to be free of holidays.</summary>
    public IEnumerable<Holiday> HolidaysOf(CountryCode state) => _holidays[state];

    /// <inheritdoc/>
    public string NameOf(CountryCode code, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        var japanese = culture.TwoLetterISOLanguageName == "ja";
        if (!code.IsKnown) return japanese ? "不明" : "Unknown";
        return _names.TryGetValue(code, out var name) ? (japanese ? name.Ja : name.En) : code.ToString();
    }
}
