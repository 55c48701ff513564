using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Federation.Ledger;

/// <summary><c>noroshi ledger verify|checkpoint|prove</c>, beside a serving node or over its data folder.</summary>
internal static class LedgerCommand
{
    private const int NotValid = 1;
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static Command Create(CommandHost host) => new("ledger", "Verifies the ledger, prints its signed checkpoint, proves that an act is on it.")
    {
        Verify(host), Checkpoint(host), Prove(host),
    };

    private static Command Verify(CommandHost host)
    {
        var against = new Option<string?>("--against") { Description = "A signed checkpoint that must fit too, for example one that a peer cosigned.", HelpName = "FILE" };
        var verb = new Command("verify", "Recomputes the ledger from the acts and names the first leaf that is not as it was. Ends with 0 when all is as it was, 1 when not.") { against };
        return verb.OverFolder(host, async (asked, options, json, cancel) =>
        {
            var verdict = await host.AskAsync<LedgerVerdict>(options, LedgerVerbs.Verify, new { against = await ReadAsync(asked.GetValue(against), cancel) }, cancel);
            await host.Out.WriteLineAsync(json ? JsonSerializer.Serialize(verdict, _json) : Words(verdict));
            return verdict.Valid ? 0 : NotValid;
        });
    }

    private static Command Checkpoint(CommandHost host) => new Command("checkpoint", "Signs the ledger as it stands and prints the checkpoint.").OverFolder(host, async (_, options, json, cancel) =>
    {
        var answer = await host.AskAsync<LedgerVerbs.CheckpointAnswer>(options, LedgerVerbs.Checkpoint, new { }, cancel);
        // The note is printed as it is, byte for byte: a file of it is what others verify.
        if (json) await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, _json));
        else await host.Out.WriteAsync(answer.Checkpoint);
        return 0;
    });

    private static Command Prove(CommandHost host)
    {
        var index = new Option<long>("--index") { Description = "The leaf, from 0: the sequence number in the audit log less one.", HelpName = "N", Required = true };
        var size = new Option<long?>("--size") { Description = "In the tree of so many leaves (default: all there are).", HelpName = "N" };
        var verb = new Command("prove", "Prints the act of one leaf and the proof that it is on the ledger.") { index, size };
        return verb.OverFolder(host, async (asked, options, json, cancel) =>
        {
            var proof = await host.AskAsync<LeafProof>(options, LedgerVerbs.Prove, new { index = asked.GetValue(index), size = asked.GetValue(size) }, cancel);
            await host.Out.WriteLineAsync(json ? JsonSerializer.Serialize(proof, _json) : Words(proof));
            return 0;
        });
    }

    private static async Task<string?> ReadAsync(string? file, CancellationToken cancel)
    {
        if (file is null) return null;
        if (!File.Exists(file)) throw new RefusalException($"There is no file {Path.GetFullPath(file)}. Give a signed checkpoint with --against.", RefusalException.Input);
        if (new FileInfo(file).Length > SignedNote.LargestBytes) throw new RefusalException($"{Path.GetFullPath(file)} is larger than a checkpoint can be. Give a signed checkpoint with --against.", RefusalException.Input);
        return await File.ReadAllTextAsync(file, cancel);
    }

    private static string Words(LedgerVerdict verdict) => verdict.Valid
        ? string.Create(CultureInfo.InvariantCulture, $"Valid: {verdict.Size} leaves, root {verdict.Root}.")
        : string.Create(CultureInfo.InvariantCulture, $"NOT valid, {verdict.Size} leaves, root {verdict.Root}.\n{verdict.Reason}");

    private static string Words(LeafProof proof) => string.Create(
        CultureInfo.InvariantCulture, $"leaf       {proof.Index} of {proof.Size}\nact        {proof.Leaf}\nleaf hash  {proof.LeafHash}\npath       {string.Join("\n           ", proof.Path)}\nroot       {proof.Root}\n\n{proof.Checkpoint}").TrimEnd('\n');
}
