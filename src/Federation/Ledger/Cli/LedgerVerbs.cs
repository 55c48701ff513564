using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary>What the verbs of the ledger do inside the node, serving or not.</summary>
internal static class LedgerVerbs
{
    internal const string Verify = "ledger.verify";
    internal const string Checkpoint = "ledger.checkpoint";
    internal const string Prove = "ledger.prove";

    internal static IReadOnlyDictionary<string, ControlVerb> All { get; } = new Dictionary<string, ControlVerb>
    {
        [Verify] = VerifyAsync,
        [Checkpoint] = CheckpointAsync,
        [Prove] = ProveAsync,
    };

    /// <summary>The signed note, and the key it is verified with.</summary>
    internal sealed record CheckpointAnswer(string Checkpoint, string Verifier);

    private static async Task<object> VerifyAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        try
        {
            var against = request.Optional("against") is { } text ? SignedNote.Parse(text) : null;
            return await services.GetRequiredService<LedgerCheck>().VerifyAsync(against, cancel);
        }
        catch (FormatException failure)
        {
            throw new RefusalException($"The checkpoint cannot be used: {failure.Message} Give a signed checkpoint of this ledger, as `noroshi ledger checkpoint` writes it.", RefusalException.Input, failure);
        }
    }

    private static async Task<object> CheckpointAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var ledger = services.GetRequiredService<NodeLedger>();
        var signed = await Trusted(() => ledger.CheckpointAsync(cancel));
        return new CheckpointAnswer(signed.Note.ToString(), ledger.Verifier.ToString());
    }

    private static async Task<object> ProveAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var index = request.GetProperty("index").GetInt64();
        long? size = request.TryGetProperty("size", out var asked) && asked.ValueKind == JsonValueKind.Number ? asked.GetInt64() : null;
        return await Trusted(() => services.GetRequiredService<ProveLeaf>().RunAsync(index, size, cancel))
            ?? throw new RefusalException($"There is no leaf {index}{(size is null ? "" : $" in a tree of {size} leaves")}. Leaves count from 0; the ledger has {(await services.GetRequiredService<NodeLedger>().TreeAsync(cancel)).Size}.", RefusalException.Input);
    }

    private static async Task<T> Trusted<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (LedgerRefusedException refusal)
        {
            throw new RefusalException(refusal.Message, 1, refusal);
        }
    }
}
