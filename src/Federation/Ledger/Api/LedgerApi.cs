using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;

namespace Noroshi.Federation.Ledger;

/// <summary><c>ledger/…</c>: checkpoint, tiles and entries as in C2SP tlog-tiles, and proofs. For those who may read the audit log, since leaves are its acts.</summary>
internal static class LedgerApi
{
    /// <summary>Who may look into the ledger.</summary>
    internal static readonly Role[] Readers = [Role.Auditor, Role.Administrator];
    private const string Binary = "application/octet-stream";

    /// <summary>A proof of consistency, hashes in base64.</summary>
    internal sealed record ConsistencyAnswer(long From, long To, IReadOnlyList<string> Path, string FromRoot, string ToRoot);

    internal static void Map(IEndpointRouteBuilder api)
    {
        var ledger = api.MapGroup("/ledger").RequireRoles(Readers).AddEndpointFilter(RefusalAsync);
        ledger.MapGet("/checkpoint", CheckpointAsync).WithSummary("The signed checkpoint of the ledger as it stands, with its cosignatures (C2SP tlog-checkpoint).").Produces<string>(200, "text/plain");
        ledger.MapGet("/tile/entries/{**path}", (string path, HttpContext context, ActLeaves acts, NodeLedger node) => EntriesAsync(path, context, acts, node))
            .WithSummary("A bundle of leaves: each after its length in two bytes (C2SP tlog-tiles).").Produces(200, contentType: Binary).ProducesProblem(400).ProducesProblem(404);
        ledger.MapGet("/tile/{level}/{**path}", (string level, string path, HttpContext context, NodeLedger node) => TileAsync(level, path, context, node))
            .WithSummary("A tile of hashes (C2SP tlog-tiles).").Produces(200, contentType: Binary).ProducesProblem(400).ProducesProblem(404);
        ledger.MapGet("/proof/inclusion", InclusionAsync).WithSummary("Proves that a leaf is in the tree of that size (RFC 6962, 2.1.1); without a size, in the tree signed now.")
            .Produces<LeafProof>().ProducesProblem(400).ProducesProblem(404);
        ledger.MapGet("/proof/consistency", ConsistencyAsync).WithSummary("Proves that a larger tree begins with a smaller one (RFC 6962, 2.1.2).")
            .Produces<ConsistencyAnswer>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> CheckpointAsync(NodeLedger ledger, CancellationToken cancel) =>
        TypedResults.Text((await ledger.CheckpointAsync(cancel)).Note.ToString(), "text/plain; charset=utf-8");

    private static async Task<IResult> EntriesAsync(string path, HttpContext context, ActLeaves acts, NodeLedger ledger)
    {
        if (!TilePath.TryParse("entries", path, out var tile)) return NotATile();
        if (tile.Index > long.MaxValue / TreeEdge.Width - 1) return NotThere();
        var bundle = (await ledger.TreeAsync(context.RequestAborted)).Size < tile.Start + tile.Width ? null : await EntryBundle.ReadAsync(acts, tile.Start, tile.Width, context.RequestAborted);
        return Tile(context, tile, bundle);
    }

    private static async Task<IResult> TileAsync(string level, string path, HttpContext context, NodeLedger ledger)
    {
        if (!TilePath.TryParse(level, path, out var tile) || tile.Level is not { } height) return NotATile();
        return Tile(context, tile, await (await ledger.TreeAsync(context.RequestAborted)).TileAsync(height, tile.Index, tile.Width, context.RequestAborted));
    }

    private static async Task<IResult> InclusionAsync(HttpContext context, ProveLeaf prove)
    {
        if (!Number(context, "index", out var index) || index is null) return Wrong("index", "?index=0&size=1");
        if (!Number(context, "size", out var size)) return Wrong("size", "?index=0&size=1");
        return await prove.RunAsync(index.Value, size, context.RequestAborted) is { } proof ? TypedResults.Ok(proof) : NotThere();
    }

    private static async Task<IResult> ConsistencyAsync(HttpContext context, NodeLedger ledger)
    {
        var cancel = context.RequestAborted;
        if (!Number(context, "from", out var from) || from is null) return Wrong("from", "?from=1&to=2");
        if (!Number(context, "to", out var to) || to is null) return Wrong("to", "?from=1&to=2");
        if (from > to) return Problem(400, "'from' is larger than 'to'.", "Give the smaller number of leaves as 'from'.");
        var tree = await ledger.TreeAsync(cancel);
        if (to > tree.Size) return NotThere();
        var proof = await tree.ConsistencyAsync(from.Value, to.Value, cancel);
        return TypedResults.Ok(new ConsistencyAnswer(
            proof.From, proof.To, [.. proof.Path.Select(Convert.ToBase64String)], Convert.ToBase64String(await tree.RootAsync(proof.From, cancel)), Convert.ToBase64String(await tree.RootAsync(proof.To, cancel))));
    }

    private static IResult Tile(HttpContext context, TilePath tile, byte[]? content)
    {
        if (content is null) return NotThere();
        // A full tile never changes; private, since it is for those who may read the audit log. Of a partial one nobody needs a copy for long.
        context.Response.Headers.CacheControl = tile.IsFull ? "private, max-age=31536000, immutable" : "private, max-age=60";
        return TypedResults.Bytes(content, Binary);
    }

    /// <summary>False when the value is there and not a number from 0, written in the one right way.</summary>
    private static bool Number(HttpContext context, string name, out long? number)
    {
        number = null;
        var values = context.Request.Query[name];
        if (values.Count == 0) return true;
        if (values.Count > 1 || !long.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read.ToString(CultureInfo.InvariantCulture) != values[0]) return false;
        number = read;
        return true;
    }

    // A ledger that cannot stand for its acts says so instead of giving hashes.
    private static async ValueTask<object?> RefusalAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (LedgerRefusedException refusal)
        {
            return Problem(StatusCodes.Status503ServiceUnavailable, "The ledger cannot stand for its acts.", refusal.Message);
        }
    }

    private static ProblemHttpResult NotATile() => Problem(400, "This is not the path of a tile.", "Write the level, then the number in groups of three digits, for example tile/0/x001/234 or tile/entries/000.p/7.");

    private static ProblemHttpResult NotThere() => Problem(404, "The ledger does not reach so far.", "Read the checkpoint for its size; leaves count from 0.");

    private static ProblemHttpResult Wrong(string name, string example) => Problem(400, $"'{name}' is missing or not a number from 0.", $"Ask like {example}.");

    private static ProblemHttpResult Problem(int status, string title, string detail) => TypedResults.Problem(detail, statusCode: status, title: title);
}
