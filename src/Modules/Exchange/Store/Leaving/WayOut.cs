using System.Text.Json;
using Noroshi.Exchange.Sharing;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>The one way by which objects of collections leave: reads a page, asks the release rules about each object, lists what leaves, then hands it over.</summary>
/// <param name="reader">Reads.</param>
/// <param name="shelf">The marking-definitions that are known.</param>
/// <param name="directory">Collections and their terms.</param>
/// <param name="guard">Asks the rules and lists.</param>
/// <param name="records">The records.</param>
internal sealed class WayOut(ObjectReader reader, MarkingShelf shelf, ExchangeDirectory directory, ExitGuard guard, RecordStore records)
{
    /// <summary>Bytes after which a page ends, however few objects it has.</summary>
    internal const long LargestPage = 16 << 20;

    // Where most of a collection is withheld from somebody, a page ends here, with fewer objects than were asked for.
    private const int Rounds = 8;

    /// <summary>A page of what may leave.</summary>
    /// <param name="collection">From where.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="request">Who asks, how, when, for what.</param>
    /// <param name="lists">Whether the content leaves, and so is listed; names and versions alone are not.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<LeavingPage> ReadAsync(ExchangeCollection collection, ObjectQuestion question, int limit, ReleaseRequest request, bool lists, CancellationToken cancel)
    {
        var terms = (await directory.BookAsync(cancel).ConfigureAwait(false)).Terms(collection);
        var markings = await shelf.BookAsync(cancel).ConfigureAwait(false);
        List<LeavingObject> leaving = [];
        var (at, bytes, withheld, more) = (question.After, 0L, 0, true);
        for (var round = 0; round < Rounds && leaving.Count < limit && more && bytes < LargestPage; round++)
        {
            var wanted = limit - leaving.Count;
            var rows = await reader.ReadAsync(collection.Number, question with { After = at }, wanted + 1, cancel).ConfigureAwait(false);
            more = rows.Count > wanted;
            List<KeptObject> taken = [];
            List<JsonDocument> documents = [];
            try
            {
                foreach (var row in rows.Take(wanted))
                {
                    if (taken.Count > 0 && bytes + row.Content.Length > LargestPage)
                    {
                        more = true;
                        bytes = LargestPage;
                        break;
                    }

                    bytes += row.Content.Length;
                    taken.Add(row);
                    documents.Add(JsonDocument.Parse(row.Content));
                }

                if (taken.Count == 0) break;
                at = taken[^1].Added;
                var approvers = terms.FourEyes ? await ApproversAsync(collection, taken, cancel).ConfigureAwait(false) : null;
                var candidates = taken.Select((row, index) => new Candidate(documents[index].RootElement, HandlingOf(row, terms, approvers))).ToList();
                var decisions = lists
                    ? await guard.LetOutAsync(candidates, markings, terms, request, cancel).ConfigureAwait(false)
                    : [.. candidates.Select(candidate => ReleaseRules.Decide(candidate.Object, markings, candidate.Handling, terms, request))];
                for (var index = 0; index < taken.Count; index++)
                {
                    if (decisions[index].Released is { } released)
                        leaving.Add(new LeavingObject(taken[index], decisions[index].Verdict == ReleaseVerdict.Allow ? taken[index].Content : JsonSerializer.SerializeToUtf8Bytes(released), decisions[index]));
                    else withheld++;
                }
            }
            finally
            {
                documents.ForEach(document => document.Dispose());
            }
        }

        return new LeavingPage(leaving, more, at, withheld);
    }

    private async Task<ILookup<long, string>> ApproversAsync(ExchangeCollection collection, List<KeptObject> rows, CancellationToken cancel) =>
        (await records.QueryAsync<Approval>($"SELECT place, person FROM exchange_approval WHERE collection = @Number AND {records.OneOf("place", "@places")}", new { collection.Number, places = rows.Select(row => row.Place).ToArray() }, cancel).ConfigureAwait(false))
        .ToLookup(row => row.Place, row => row.Person);

    // Our own is addressed to the members by being put here; so is what a partner put here itself. What was received otherwise is addressed to whom its source addressed.
    private static Handling HandlingOf(KeptObject row, CollectionTerms terms, ILookup<long, string>? approvers) => new()
    {
        IsOwn = row.FirstOrigin == Origin.Own,
        Addressed = row.FirstOrigin == Origin.Own ? Audience.Nobody
            : row.Origin == Origin.Partner ? terms.Members
            : row.Addressed.Length > 0 ? Audience.Of(Party.Organisation(row.Addressed))
            : Audience.Nobody,
        Approvers = approvers is null ? [] : [.. approvers[row.Place]],
    };

    private sealed class Approval
    {
        public long Place { get; init; }

        public string Person { get; init; } = "";
    }
}
