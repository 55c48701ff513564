using System.Text.Json;

namespace Noroshi.Exchange.Sharing;

/// <summary>Stands at every way out: asks the rules, lists what leaves, and only then hands it over.</summary>
/// <param name="book">Where it is listed.</param>
internal sealed class ExitGuard(IDepartureBook book)
{
    /// <summary>Lets out what may leave of a page of objects.</summary>
    /// <returns>One decision for each candidate, in order; <see cref="ReleaseDecision.Released"/> is what may be handed out.</returns>
    /// <remarks>When the book cannot be written the exception goes up and nothing is handed out.</remarks>
    public async Task<IReadOnlyList<ReleaseDecision>> LetOutAsync(IReadOnlyList<Candidate> candidates, MarkingBook markings, CollectionTerms terms, ReleaseRequest request, CancellationToken cancel)
    {
        var decisions = new ReleaseDecision[candidates.Count];
        List<Departure> leaving = [];
        for (var index = 0; index < decisions.Length; index++)
        {
            var (item, handling) = candidates[index];
            decisions[index] = ReleaseRules.Decide(item, markings, handling, terms, request);
            if (decisions[index].Released is { } released) leaving.Add(Entry(released, decisions[index], terms, request));
        }

        if (leaving.Count > 0) await book.RecordAsync(leaving, cancel);
        return decisions;
    }

    private static Departure Entry(JsonElement item, ReleaseDecision decision, CollectionTerms terms, ReleaseRequest request) => new(
        request.At, request.Exit, terms.Id, request.Recipient.Self, Text(item, "id"), Text(item, "modified") is { Length: > 0 } modified ? modified : Text(item, "created"),
        decision.Tlp!.Value, decision.ReasonCode, decision.RuleName, decision.Removed, request.Purpose, request.Case);

    private static string Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return "";
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
