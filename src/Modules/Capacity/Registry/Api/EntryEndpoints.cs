using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Access;

namespace Noroshi.Capacity.Registry;

/// <summary>What people enter: read below <c>entries</c>, add, correct and withdraw.</summary>
internal static class EntryEndpoints
{
    /// <summary>An entry as it is sent.</summary>
    /// <remarks>
    /// <c>Language</c>: Language of its texts: <c>en</c> or <c>ja</c>.<br/>
    /// <c>Version</c>: For a correction: the version that the author has seen.<br/>
    /// <c>Key</c>: Any text that names this act of sending; sent twice, it is kept once. Made up where missing.
    /// </remarks>
    internal sealed record Sent(string? Language, Dictionary<string, string?>? Fields, long? Version, string? Key);

    /// <summary>Why an entry no longer stands.</summary>
    internal sealed record Withdrawn(string? Reason);

    internal sealed record Listed(IReadOnlyList<EntryAnswer> Entries);

    internal sealed record Kept(string Id, long Version);

    internal static void MapReading(IEndpointRouteBuilder api)
    {
        api.MapGet("/entries", async (HttpContext context, ReadCapacity reading) => TypedResults.Ok(new Listed([.. (await reading.EntriesAsync(context.User, context.RequestAborted)).Select(EntryAnswer.Of)])))
            .WithSummary("What people of this node entered, latest first, also what was withdrawn.").Produces<Listed>();
        api.MapGet("/entries/{id}", async (string id, HttpContext context, ReadCapacity reading) => TypedResults.Ok(new Listed([.. (await FoundAsync(id, context, reading)).Select(EntryAnswer.Of)])))
            .WithSummary("Every version of an entry, latest first.").Produces<Listed>().ProducesProblem(404);
    }

    internal static void MapWriting(IEndpointRouteBuilder api)
    {
        api.MapPost("/entries/{kind}", AddAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary("Adds an assessment, organisation, need, offer, project, money, indicator, period or effect of one's own organisation.").Produces<Kept>(201).ProducesProblem(400);
        api.MapPost("/entries/{id}/corrections", CorrectAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary("Adds a corrected version; 409 when somebody changed the entry since the version that is sent.").Produces<Kept>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/entries/{id}/withdrawal", WithdrawAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary("Marks an entry as withdrawn, with the reason; it stays readable.").Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> AddAsync(string kind, Sent sent, HttpContext context, IStateNames names, ReadCapacity reading, EntryKeeping keeping)
    {
        if (FieldWords.Kind(kind) is not { } known) throw new WrongAskException("kind", "There is no such kind of entry.", $"Kinds: {string.Join(", ", FieldWords.Kinds)}.", isUnknown: true);
        var id = await keeping.AddAsync(context.User, await ReadAsync(known, sent, context, names, reading), context.RequestAborted);
        return TypedResults.Created($"/capacity/entries/{id}", new Kept(id, 1));
    }

    private static async Task<IResult> CorrectAsync(string id, Sent sent, HttpContext context, IStateNames names, ReadCapacity reading, EntryKeeping keeping)
    {
        var latest = (await FoundAsync(id, context, reading))[0];
        if (!context.User.MayChange(latest)) return NotYours();
        if (sent.Version is not { } version) throw new WrongAskException("version", "The version is missing.", "Send the version that you have seen: 'version' of GET entries/{id}.");
        var entry = await ReadAsync(latest.Kind, sent, context, names, reading);
        if (version == latest.Stamp.Version && await keeping.CorrectAsync(context.User, latest, entry, context.RequestAborted) is { } kept) return TypedResults.Created($"/capacity/entries/{id}", new Kept(id, kept));
        return TypedResults.Problem(title: "The entry was changed since you looked.", detail: "Read it again, then send yours with its version.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> WithdrawAsync(string id, Withdrawn sent, HttpContext context, ReadCapacity reading, EntryKeeping keeping)
    {
        var latest = (await FoundAsync(id, context, reading))[0];
        if (!context.User.MayChange(latest)) return NotYours();
        var reason = EntryText.Read(sent.Reason, "reason", EntryText.LongestStatement, lines: true);
        return await keeping.WithdrawAsync(context.User, latest, reason, context.RequestAborted)
            ? TypedResults.NoContent()
            : TypedResults.Problem(title: "The entry was withdrawn before.", detail: "Nothing was changed; read it for who withdrew it and why.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<IReadOnlyList<Entry>> FoundAsync(string id, HttpContext context, ReadCapacity reading) =>
        await reading.HistoryAsync(context.User, id, context.RequestAborted) is { Count: > 0 } found ? found : throw new WrongAskException("entry", "There is no such entry.", "The list is at /capacity/entries.", isUnknown: true);

    private static async Task<NewEntry> ReadAsync(EntryKind kind, Sent sent, HttpContext context, IStateNames names, ReadCapacity reading)
    {
        List<WrongAskException> problems = [];
        var record = await reading.ForAsync(context.User, context.RequestAborted);
        if (sent.Language is not ("en" or "ja")) problems.Add(new WrongAskException("language", "The language of the texts is missing.", "Send en or ja."));
        var key = EntryField.Try(problems, () => EntryText.Read(sent.Key, "key", 100, optional: true));
        var fields = new FieldReader(record, reading.Library, names, reading.Today).Read(kind, sent.Fields ?? [], problems);
        return problems.Count > 0 ? throw problems[0] : new NewEntry(kind, sent.Language!, fields!, key!.Length > 0 ? key : Guid.NewGuid().ToString("N"));
    }

    private static ProblemHttpResult NotYours() => TypedResults.Problem(title: "This entry belongs to another organisation.", detail: "Ask its writers to correct it, or add an entry of your own.", statusCode: StatusCodes.Status403Forbidden);
}
