using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Noroshi.Shell.Access;
using Noroshi.Shell.Asking;

namespace Noroshi.Shell.Entries;

/// <summary>What people enter in a room: read below <c>entries</c>, add, correct and withdraw.</summary>
/// <typeparam name="TKind">The kinds of entries that the room has.</typeparam>
internal static class EntryRoutes<TKind>
    where TKind : struct, Enum
{
    /// <summary>An entry as it is sent.</summary>
    /// <remarks>
    /// <c>Language</c>: Language of its texts: <c>en</c> or <c>ja</c>.<br/>
    /// <c>Version</c>: For a correction: the version that the author has seen.<br/>
    /// <c>Key</c>: Any text that names this act of sending; sent twice, it is kept once. Made up where missing.
    /// </remarks>
    private sealed record Sent(string? Language, Dictionary<string, string?>? Fields, long? Version, string? Key);

    /// <summary>Why an entry no longer stands.</summary>
    private sealed record Withdrawn(string? Reason);

    private sealed record Listed(IReadOnlyList<EntryAnswer> Entries);

    private sealed record Kept(string Id, long Version);

    /// <summary>Adds the addresses that read.</summary>
    internal static void MapReading(IEndpointRouteBuilder api)
    {
        api.MapGet("/entries", async (HttpContext context, IEntryRoom<TKind> room) => TypedResults.Ok(Told(await room.EntriesAsync(context.User, context.RequestAborted), room)))
            .WithSummary("What people of this node entered, latest first, also what was withdrawn.").Produces<Listed>();
        api.MapGet("/entries/{id}", async (string id, HttpContext context, IEntryRoom<TKind> room, EntryTable<TKind> table) => TypedResults.Ok(Told(await FoundAsync(id, context, room, table), room)))
            .WithSummary("Every version of an entry, latest first.").Produces<Listed>().ProducesProblem(404);
    }

    /// <summary>Adds the addresses that write.</summary>
    /// <param name="api">The group of those who may.</param>
    /// <param name="kinds">The kinds in words, for the description: "a meeting, statement or outcome".</param>
    internal static void MapWriting(IEndpointRouteBuilder api, string kinds)
    {
        api.MapPost("/entries/{kind}", AddAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary($"Adds {kinds} of one's own organisation.").Produces<Kept>(201).ProducesProblem(400);
        api.MapPost("/entries/{id}/corrections", CorrectAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary("Adds a corrected version; 409 when somebody changed the entry since the version that is sent.").Produces<Kept>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/entries/{id}/withdrawal", WithdrawAsync).AddEndpointFilter<CookieGuard>()
            .WithSummary("Marks an entry as withdrawn, with the reason; it stays readable.").Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> AddAsync(string kind, Sent sent, HttpContext context, IEntryRoom<TKind> room, EntryTable<TKind> table, EntryKeeping<TKind> keeping)
    {
        if (room.KindOf(kind) is not { } known) throw new WrongAskException("kind", "There is no such kind of entry.", $"Kinds: {string.Join(", ", room.Kinds)}.", isUnknown: true);
        var id = await keeping.AddAsync(context.User, await ReadAsync(known, sent, context, room), context.RequestAborted);
        return TypedResults.Created($"/{table.Room}/entries/{id}", new Kept(id, 1));
    }

    private static async Task<IResult> CorrectAsync(string id, Sent sent, HttpContext context, IEntryRoom<TKind> room, EntryTable<TKind> table, EntryKeeping<TKind> keeping)
    {
        var latest = (await FoundAsync(id, context, room, table))[0];
        if (!room.MayChange(context.User, latest)) return NotYours();
        if (sent.Version is not { } version) throw new WrongAskException("version", "The version is missing.", "Send the version that you have seen: 'version' of GET entries/{id}.");
        var entry = await ReadAsync(latest.Kind, sent, context, room);
        if (version == latest.Stamp.Version && await keeping.CorrectAsync(context.User, latest, entry, context.RequestAborted) is { } kept) return TypedResults.Created($"/{table.Room}/entries/{id}", new Kept(id, kept));
        return TypedResults.Problem(title: "The entry was changed since you looked.", detail: "Read it again, then send yours with its version.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> WithdrawAsync(string id, Withdrawn sent, HttpContext context, IEntryRoom<TKind> room, EntryTable<TKind> table, EntryKeeping<TKind> keeping)
    {
        var latest = (await FoundAsync(id, context, room, table))[0];
        if (!room.MayChange(context.User, latest)) return NotYours();
        var reason = EntryText.Read(sent.Reason, "reason", EntryText.LongestStatement, lines: true);
        return await keeping.WithdrawAsync(context.User, latest, reason, context.RequestAborted)
            ? TypedResults.NoContent()
            : TypedResults.Problem(title: "The entry was withdrawn before.", detail: "Nothing was changed; read it for who withdrew it and why.", statusCode: StatusCodes.Status409Conflict);
    }

    private static async Task<IReadOnlyList<Entry<TKind>>> FoundAsync(string id, HttpContext context, IEntryRoom<TKind> room, EntryTable<TKind> table) =>
        await room.HistoryAsync(context.User, id, context.RequestAborted) is { Count: > 0 } found ? found : throw new WrongAskException("entry", "There is no such entry.", $"The list is at /{table.Room}/entries.", isUnknown: true);

    private static async Task<NewEntry<TKind>> ReadAsync(TKind kind, Sent sent, HttpContext context, IEntryRoom<TKind> room)
    {
        List<WrongAskException> problems = [];
        if (sent.Language is not ("en" or "ja")) problems.Add(new WrongAskException("language", "The language of the texts is missing.", "Send en or ja."));
        var key = EntryField.Try(problems, () => EntryText.Read(sent.Key, "key", 100, optional: true));
        var fields = await room.ReadAsync(context.User, kind, sent.Fields ?? [], problems, context.RequestAborted);
        return problems.Count > 0 ? throw problems[0] : new NewEntry<TKind>(kind, sent.Language!, fields!, key!.Length > 0 ? key : Guid.NewGuid().ToString("N"));
    }

    private static Listed Told(IReadOnlyList<Entry<TKind>> entries, IEntryRoom<TKind> room) => new([.. entries.Select(entry => EntryAnswer.Of(entry, room.NameOf(entry.Kind)))]);

    private static ProblemHttpResult NotYours() => TypedResults.Problem(title: "This entry belongs to another organisation.", detail: "Ask its writers to correct it, or add an entry of your own.", statusCode: StatusCodes.Status403Forbidden);
}
