using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Diplomacy.Desk.Features;

/// <summary>Reads what addresses of pages, the API and verbs ask for, strictly and in one way.</summary>
internal sealed class DeskAsk(IStateNames names)
{
    private readonly HashSet<CountryCode> _states = [.. names.Codes];

    /// <summary>A state of which the data knows.</summary>
    /// <exception cref="WrongAskException">There is no such state.</exception>
    internal CountryCode State(string? asked, string parameter = "state") => CountryCode.TryParse(asked, out var code) && _states.Contains(code)
        ? code
        : throw new WrongAskException(parameter, $"There is no state with the code '{WrongAskException.Cut(asked)}'.", "Use two letters (ISO 3166-1 alpha-2), for example JP; the list is at /states.", isUnknown: true);

    /// <summary>A state, or unknown where nothing is asked.</summary>
    internal CountryCode OptionalState(string? asked, string parameter = "state") => string.IsNullOrWhiteSpace(asked) ? CountryCode.Unknown : State(asked, parameter);

    /// <summary>States by their codes, separated by spaces or commas.</summary>
    internal IReadOnlyList<CountryCode> States(string? asked) =>
        [.. AskedList.Of(asked).Take(60).Select(code => State(code, "states")).Distinct()];

    /// <summary>A year, or null where nothing is asked.</summary>
    internal static int? Year(string? asked) => string.IsNullOrWhiteSpace(asked) ? null
        : asked.Length == 4 && int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 1900 ? year
        : throw new WrongAskException("year", $"'{WrongAskException.Cut(asked)}' is not a year.", "Write it with four digits, for example 2011.");

    /// <summary>A day that exists; the given one where nothing is asked.</summary>
    internal static DateOnly Day(string? asked, DateOnly today) => string.IsNullOrWhiteSpace(asked) ? today
        : DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new WrongAskException("on", $"'{WrongAskException.Cut(asked)}' is not a day that exists.", "Write it as year-month-day, for example 2011-11-30.");

    /// <summary>One of the words, or null where nothing is asked.</summary>
    internal static string? Word(string? asked, string parameter, IReadOnlyList<string> words) => string.IsNullOrWhiteSpace(asked) ? null
        : words.Contains(asked) ? asked
        : throw new WrongAskException(parameter, $"'{WrongAskException.Cut(asked)}' is not one of the words of '{parameter}'.", $"Use one of: {string.Join(", ", words)}.");

    /// <summary>The line asked for.</summary>
    internal static T Found<T>(T? line, string parameter, string? asked, string list)
        where T : class => line ?? throw new WrongAskException(parameter, $"There is no {parameter} '{WrongAskException.Cut(asked)}'.", $"The list is at {list}.", isUnknown: true);
}
