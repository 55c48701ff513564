using System.Globalization;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Brief;

/// <summary>Reads what pages, addresses and the verb ask for, strictly and in one way.</summary>
internal sealed class BriefAsking(IStateNames names, NodeOptions options, TimeProvider clock)
{
    private static readonly DateOnly _first = new(1900, 1, 1);
    private static readonly DateOnly _last = new(2199, 12, 31);

    /// <summary>
    /// What may be chosen. A brief holds ways to reach people and figures of organisations, so that it is never freer than AMBER; whether a part
    /// of it may be published is for whoever owns that part to say.
    /// </summary>
    internal static readonly Tlp[] Markings = [Tlp.Amber, Tlp.AmberStrict, Tlp.Red];

    /// <summary>The state that runs this node.</summary>
    internal CountryCode OwnState { get; } = CountryCode.TryParse(options.State, out var own) ? own : CountryCode.Unknown;

    /// <summary>The day it is, UTC.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The brief that is asked for.</summary>
    /// <exception cref="WrongAskException">Part of the question is not understood.</exception>
    internal BriefAsk Read(string? state, string? on, string? marking, CultureInfo language) => new(State(state), Day(on), Marking(marking), language);

    private CountryCode State(string? asked)
    {
        if (!CountryCode.TryParse(asked, out var state) || !names.Codes.Contains(state))
            throw new WrongAskException("state", $"There is no state or territory with the code '{WrongAskException.Cut(asked)}'.", "Use two letters (ISO 3166-1 alpha-2), for example PH.", isUnknown: true);
        return state != OwnState ? state : throw new WrongAskException("own", $"A brief is about another state, and {state} runs this node.", "Name the state you are going to meet, for example PH.");
    }

    private DateOnly Day(string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked)) return Today;
        return DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= _first && day <= _last
            ? day
            : throw new WrongAskException("on", $"'{WrongAskException.Cut(asked)}' is not a day from {_first:yyyy-MM-dd} to {_last:yyyy-MM-dd}.", "Write it as year-month-day, for example 2026-12-01.");
    }

    private static Tlp Marking(string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked)) return Markings[0];
        // In the query of an address a plus is a space.
        return TlpLabel.TryParse(asked.Replace(' ', '+'), out var marking) && Markings.Contains(marking)
            ? marking
            : throw new WrongAskException("marking", $"'{WrongAskException.Cut(asked)}' is not a marking that a brief can bear.", $"Use {string.Join(", ", Markings.Select(each => each.Label()))}.");
    }
}
