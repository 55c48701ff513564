using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Majority;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Diplomacy.Votes.Serving;

/// <summary>The questions that a page or a call of the API asks about the kept votes; all of them are answered from one import.</summary>
internal sealed class VoteQuestions(KeptVotes kept, VoteStates states, ReferenceTables tables, NodeOptions options)
{
    private readonly Lazy<HeldVotes> _held = new(kept.Now);

    internal HeldVotes Kept => _held.Value;

    internal VoteStates States => states;

    /// <summary>The state of this node, where votes of it are kept; else the first that voted.</summary>
    internal string OwnState => Kept.Book.IndexOf(options.State) >= 0 || Kept.Book.States.Count == 0 ? options.State : Kept.Book.States[0];

    /// <summary>Roll calls whose title holds all words, or whose resolution is named; newest first.</summary>
    internal IReadOnlyList<int> Find(string? words, int? session, string? resolution)
    {
        var book = Kept.Book;
        var asked = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var text = string.IsNullOrWhiteSpace(resolution) ? null : RollCall.Normalise(resolution);
        bool IsWanted(RollCall rollCall) => (session is null || rollCall.Session == session) && (text is null || rollCall.Resolution == text)
            && asked.All(word => rollCall.Title.Contains(word, StringComparison.OrdinalIgnoreCase) || string.Equals(rollCall.Resolution, RollCall.Normalise(word), StringComparison.Ordinal));
        return [.. Enumerable.Range(0, book.RollCalls.Count).Reverse().Where(at => IsWanted(book.RollCalls[at]))];
    }

    /// <summary>The position of a roll call by its key, or -1.</summary>
    internal int PositionOf(string key)
    {
        var rollCalls = Kept.Book.RollCalls;
        for (var at = 0; at < rollCalls.Count; at++)
        {
            if (rollCalls[at].Key == key) return at;
        }

        return -1;
    }

    /// <summary>How two states agreed; null where they share no such vote.</summary>
    internal Agreement? AgreementOf(AgreementAsk ask) => Agreement.Between(Kept.Book, ask.One, ask.Other ?? throw new ArgumentException("The other state is missing.", nameof(ask)), ask.Wants);

    /// <summary>One state against all others, those that agree most first; states that share no vote are left out.</summary>
    internal IReadOnlyList<(string State, Agreement Agreement)> AgreementsOf(AgreementAsk ask)
    {
        var book = Kept.Book;
        return [.. Enumerable.Range(0, book.States.Count).Where(other => other != ask.One).AsParallel().AsOrdered()
            .Select(other => (State: book.States[other], Agreement: Agreement.Between(book, ask.One, other, ask.Wants))).Where(other => other.Agreement is not null)
            .Select(other => (other.State, other.Agreement!)).OrderByDescending(other => other.Item2.Share).ThenBy(other => other.State, StringComparer.Ordinal)];
    }

    /// <summary>Understands a question about agreement.</summary>
    /// <exception cref="WrongAskException">It cannot be.</exception>
    internal AgreementAsk Agreeing(string? one, string? other, string? from, string? to, string? resolutions) =>
        AgreementAsk.Read(Kept.Book, states, string.IsNullOrWhiteSpace(one) ? OwnState : one, other, from, to, resolutions);

    /// <summary>Forecasts a majority; null while points are being estimated.</summary>
    /// <exception cref="WrongAskException">The question cannot be understood.</exception>
    internal MajorityForecast? Forecast(string? topic, string? resolutions, string? rule, string? set)
    {
        var ask = ForecastAsk.Read(Kept.Book, states, topic, resolutions, rule, set);
        return Kept.Points is { } points ? ForecastMajority.Of(Kept.Book, points, ask, [.. tables.Rows("un-members").Select(row => row["state"])], NextSession) : null;
    }

    /// <summary>The session after the newest kept one.</summary>
    internal int NextSession => Kept.Book.RollCalls.Count == 0 ? 1 : Kept.Book.RollCalls[^1].Session + 1;
}
