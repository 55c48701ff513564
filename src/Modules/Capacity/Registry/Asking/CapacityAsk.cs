using System.Globalization;
using Noroshi.Capacity.Assessments;
using Noroshi.Contracts;
using Noroshi.Kernel;

namespace Noroshi.Capacity.Registry;

/// <summary>Reads what addresses of pages and the API ask for, strictly and in one way.</summary>
internal sealed class CapacityAsk(IStateNames names, ModelLibrary library)
{
    private const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreWidth | CompareOptions.IgnoreKanaType;

    private readonly HashSet<CountryCode> _states = [.. names.Codes];

    /// <summary>A state of which the data knows.</summary>
    /// <exception cref="WrongAskException">There is no such state.</exception>
    internal CountryCode State(string? asked) => CountryCode.TryParse(asked, out var code) && _states.Contains(code)
        ? code
        : throw new WrongAskException("state", $"There is no state with the code '{WrongAskException.Cut(asked)}'.", "Use two letters (ISO 3166-1 alpha-2), for example PH; the list is at /states.", isUnknown: true);

    internal AssessmentModel Model(string? asked) => Found(library.Model(asked), "model", asked, "/capacity/models");

    /// <summary>Codes of the topics that a node speaks to, by our own proposals.</summary>
    internal IEnumerable<string> TopicsOf(string model, string code) => library.Crosswalks.Where(link => link.Model == model && link.Code == code).Select(link => link.Topic);

    /// <summary>What a list is narrowed to; each value is empty where nothing is asked.</summary>
    internal RegistryFilter Filter(Func<string, string?> asked) => new(
        (asked("q") ?? "").Trim() is var text && text.Length > 80 ? text[..80] : text,
        string.IsNullOrWhiteSpace(asked("state")) ? CountryCode.Unknown : State(asked("state")),
        Word(asked("topic"), "topic", [.. library.Topics.Select(topic => topic.Code)]),
        string.IsNullOrWhiteSpace(asked("model")) ? null : Model(asked("model")).Id,
        Word(asked("status"), "status", FieldWords.Statuses),
        asked("open") is "1" or "true");

    /// <summary>One of the words, or null where nothing is asked.</summary>
    internal static string? Word(string? asked, string parameter, IReadOnlyList<string> words) => string.IsNullOrWhiteSpace(asked) ? null
        : words.Contains(asked) ? asked
        : throw new WrongAskException(parameter, $"'{WrongAskException.Cut(asked)}' is not one of the words of '{parameter}'.", $"Use one of: {string.Join(", ", words)}.");

    /// <summary>The line asked for.</summary>
    internal static T Found<T>(T? line, string parameter, string? asked, string list)
        where T : class => line ?? throw new WrongAskException(parameter, $"There is no {parameter} '{WrongAskException.Cut(asked)}'.", $"The list is at {list}.", isUnknown: true);

    /// <summary>Finds what was typed, whatever the case, width or kana.</summary>
    internal static bool Finds(string typed, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, typed, Loosely) >= 0) return true;
        }

        return typed.Length == 0;
    }
}
