using System.Text.Json;
using Noroshi.Contracts;
using Noroshi.Federation.Ledger;
using Noroshi.Node;
using Noroshi.Node.Cli;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Tests.ReferenceData;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary><c>noroshi ledger …</c> over a data folder that no node serves.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Verify_WhenAllIsAsItWas_PrintsExactlyTheAgreedShape()
    {
        await RecordAsync(5);
        var (code, output, _) = await RunAsync("verify", "--json");
        code.ShouldBe(0);
        var verdict = JsonDocument.Parse(output).RootElement;
        verdict.EnumerateObject().Select(property => property.Name).ShouldBe(["valid", "size", "root", "firstBad"]);
        verdict.GetProperty("valid").GetBoolean().ShouldBeTrue();
        verdict.GetProperty("size").GetInt64().ShouldBe(5);
        verdict.GetProperty("root").GetBytesFromBase64().Length.ShouldBe(32);
        verdict.GetProperty("firstBad").ValueKind.ShouldBe(JsonValueKind.Null);
        (await RunAsync("verify")).Output.ShouldStartWith("Valid: 5 leaves");
    }

    [Fact]
    public async Task Verify_WhenALeafIsBad_EndsWithOneAndNamesIt()
    {
        await RecordAsync(5);
        await ExecuteAsync("DROP TRIGGER audit_event_never_changed");
        await ExecuteAsync("UPDATE audit_event SET actor = 'x' WHERE sequence = 3");
        var (code, output, _) = await RunAsync("verify", "--json");
        code.ShouldBe(1);
        JsonDocument.Parse(output).RootElement.GetProperty("firstBad").GetInt64().ShouldBe(2);
        JsonDocument.Parse(output).RootElement.GetProperty("reason").GetString()!.ShouldContain("sequence number 3");
        var refused = await RunAsync("checkpoint");
        (refused.Code, refused.Output).ShouldBe((1, ""));
        refused.Error.ShouldContain("Nothing is signed");
    }

    [Fact]
    public async Task Verify_WhenAgainstACheckpoint_ComparesWithIt()
    {
        await RecordAsync(5);
        var (code, note, _) = await RunAsync("checkpoint");
        code.ShouldBe(0);
        var file = _folder.File("checkpoint.txt");
        await File.WriteAllTextAsync(file, note);
        await RecordAsync(3);
        (await RunAsync("verify", "--against", file)).Code.ShouldBe(0);
        // The same folder with other acts, and nothing left that knows of it.
        File.Delete(Path.Combine(Data, "records.db"));
        File.Delete(Path.Combine(Data, "ledger", "checkpoint"));
        await RecordAsync(9, "another");
        var verdict = await RunAsync("verify", "--against", file, "--json");
        verdict.Code.ShouldBe(1);
        JsonDocument.Parse(verdict.Output).RootElement.GetProperty("firstBad").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("not a note", "blank line")]
    [InlineData("other.example/ledger\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— other.example/ledger Az3grlgtzPIC\n", "other.example/ledger")]
    [InlineData(null, "There is no file")]
    public async Task Verify_WhenTheCheckpointCannotBeUsed_EndsWithTwoAndSaysWhy(string? content, string reason)
    {
        await RecordAsync(1);
        var file = _folder.File("against.txt");
        if (content is not null) await File.WriteAllTextAsync(file, content);
        var (code, _, error) = await RunAsync("verify", "--against", file);
        code.ShouldBe(2);
        error.ShouldContain(reason);
    }

    [Fact]
    public async Task Checkpoint_WhenAskedForTwice_PrintsTheSameNoteAndItsKey()
    {
        await RecordAsync(2);
        var (_, first, _) = await RunAsync("checkpoint");
        var answer = JsonDocument.Parse((await RunAsync("checkpoint", "--json")).Output).RootElement;
        answer.GetProperty("checkpoint").GetString().ShouldBe(first);
        NoteVerifier.Parse(answer.GetProperty("verifier").GetString()!).Signed(SignedNote.Parse(first)).ShouldBeTrue();
    }

    [Fact]
    public async Task Prove_WhenTheLeafIsThere_PrintsAProofThatVerifies()
    {
        await RecordAsync(7);
        var (code, output, _) = await RunAsync("prove", "--index", "3", "--json");
        code.ShouldBe(0);
        var proof = JsonSerializer.Deserialize<LeafProof>(output, JsonSerializerOptions.Web)!;
        new InclusionProof(3, 7, [.. proof.Path.Select(Convert.FromBase64String)])
            .Verifies(NaiveTree.Mth([System.Text.Encoding.UTF8.GetBytes(proof.Leaf)]), Convert.FromBase64String(proof.Root)).ShouldBeTrue();
        (await RunAsync("prove", "--index", "3")).Output.ShouldContain("leaf hash");
        var (refused, _, error) = await RunAsync("prove", "--index", "7");
        refused.ShouldBe(2);
        error.ShouldContain("There is no leaf 7");
        (await RunAsync("prove", "--index", "-1")).Code.ShouldBe(2);
        (await RunAsync("prove", "--index", "3", "--size", "3")).Code.ShouldBe(2);
        (await RunAsync("prove")).Code.ShouldBe(2);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CommandHost(NodeServices.OpenAsync, ReferenceFolderOfTheTree.Path) { Out = output, Error = error };
        var code = await CommandLine.RunAsync(["ledger", .. args, "--data", Data], host);
        return (code, output.ToString().TrimEnd('\r', '\n') + (output.ToString().StartsWith("noroshi/", StringComparison.Ordinal) ? "\n" : ""), error.ToString());
    }

    private async Task RecordAsync(int count, string act = "act")
    {
        var options = new NodeOptions { DataDirectory = Data, ReferenceData = ReferenceFolderOfTheTree.Path };
        await using var services = await NodeServices.OpenAsync(options);
        var records = (RecordStore)services.GetService(typeof(RecordStore))!;
        await records.TransactAsync(transaction => ActTrail.RecordAllAsync(transaction, [.. Enumerable.Range(0, count).Select(_ => new AuditEvent(DateTimeOffset.UnixEpoch, act, "system", null, null, true))], default), default);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var records = RecordStore.For(new NodeOptions { DataDirectory = Data, ReferenceData = "" });
        await records.ExecuteAsync(sql, null, default);
    }
}
