using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Law.Domain;

namespace Noroshi.Law.Features;

/// <summary>Reads what verbs, addresses of pages and the API ask for, strictly and in one way.</summary>
internal sealed class Asking(TreatyRegister register, StateIndex states, TimeProvider clock)
{
    private static readonly DateOnly _first = new(1900, 1, 1);
    private static readonly DateOnly _last = new(2199, 12, 31);

    /// <summary>The day it is, UTC.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The instrument with this id; spaces and case do not matter.</summary>
    /// <exception cref="WrongAskException">There is none; the message names the nearest.</exception>
    public Instrument Instrument(string? asked)
    {
        var text = (asked ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (register.Find(text) is { } found) return found;
        var near = NearestName.Of(text, register.Instruments.SelectMany(instrument => new[] { (instrument.Id, instrument.Id), (instrument.Id, instrument.NameEn), (instrument.Id, instrument.NameJa) }));
        var hint = near.Count == 0
            ? $"Instruments: {string.Join(", ", register.Instruments.Where(i => !i.IsAgreement).Select(i => i.Id))}; agreements such as MLAT-JP-US."
            : $"Did you mean {string.Join(" or ", near)}?";
        throw new WrongAskException("instrument", $"There is no instrument '{WrongAskException.Cut(asked)}'.", hint, isUnknown: true) { Nearest = near };
    }

    /// <summary>Several instruments, separated by commas; all that are no agreement between two sides where nothing is asked.</summary>
    public IReadOnlyList<Instrument> Instruments(string? asked) => string.IsNullOrWhiteSpace(asked)
        ? [.. register.Instruments.Where(instrument => !instrument.IsAgreement)]
        : [.. asked.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).Select(Instrument)];

    /// <summary>A day that exists; today where nothing is asked.</summary>
    public DateOnly Day(string? asked, string parameter = "on") => OptionalDay(asked, parameter) ?? Today;

    /// <summary>A day that exists, or null where nothing is asked.</summary>
    public static DateOnly? OptionalDay(string? asked, string parameter)
    {
        if (string.IsNullOrWhiteSpace(asked)) return null;
        if (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new WrongAskException(parameter, $"'{WrongAskException.Cut(asked)}' is not a day that exists.", "Write it as year-month-day, for example 2011-11-30.");
        return day >= _first && day <= _last ? day : throw new WrongAskException(parameter, $"'{WrongAskException.Cut(asked)}' lies outside what the register can tell.", $"Ask for a day between {_first:yyyy-MM-dd} and {_last:yyyy-MM-dd}.");
    }

    /// <summary>What counts: by deposit where nothing is asked, as published totals do.</summary>
    public static CountingBasis Basis(string? asked) => string.IsNullOrWhiteSpace(asked)
        ? CountingBasis.Deposited
        : StatusWords.BasisOf(asked) ?? throw new WrongAskException("basis", $"'{WrongAskException.Cut(asked)}' is not a basis.", $"Use {StatusWords.Deposited} (as published totals count) or {StatusWords.InForce}.");

    /// <summary>A state, territory or side of which the data knows.</summary>
    public CountryCode State(string? asked, string parameter = "state")
    {
        if (CountryCode.TryParse(asked, out var code) && states.Of(code) >= 0) return code;
        throw new WrongAskException(parameter, $"There is no state with the code '{WrongAskException.Cut(asked)}'.", "Use two letters (ISO 3166-1 alpha-2), for example JP; the list is at /states.", isUnknown: true);
    }

    /// <summary>A state, or unknown where nothing is asked.</summary>
    public CountryCode OptionalState(string? asked, string parameter = "state") => string.IsNullOrWhiteSpace(asked) ? CountryCode.Unknown : State(asked, parameter);
}
