using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Federation.Ledger;
using Noroshi.Shell.Access;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Federation.Ledger;

/// <summary>The ledger over HTTP: who may look, what is answered, and what is refused.</summary>
public sealed class LedgerApiTests : IAsyncLifetime
{
    private const string Api = "/api/v1/federation/ledger";
    private TestNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await TestNode.StartAsync();

    public async ValueTask DisposeAsync() => await _node.DisposeAsync();

    [Fact]
    public async Task Door_WhenKnockedAtByEachRole_IsOpenToAuditorsAndAdministrators()
    {
        string[] doors =
        [
            "/ledger", Api + "/checkpoint", Api + "/tile/0/000.p/1", Api + "/tile/entries/000.p/1", Api + "/proof/inclusion?index=0", Api + "/proof/consistency?from=1&to=1",
        ];
        foreach (var role in Enum.GetValues<Role>())
        {
            using var person = await _node.SignedInAsync(role.ToString().ToLowerInvariant(), role);
            foreach (var door in doors) (await person.GetAsync(door)).Status.ShouldBe(role is Role.Auditor or Role.Administrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} {door}");
        }

        using var stranger = _node.Browser();
        using var machine = await _node.TokenAsync(TokenScope.Read, TokenScope.Import, TokenScope.Admin);
        foreach (var door in doors)
        {
            (await stranger.GetAsync(door)).Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Found);
            (await machine.GetAsync(door)).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.Found);
        }
    }

    [Fact]
    public async Task Answers_WhenPutTogether_ProveTheLedgerWithoutTheNode()
    {
        using var auditor = await _node.SignedInAsync("auditor", Role.Auditor);
        var note = SignedNote.Parse((await auditor.GetAsync(Api + "/checkpoint")).Html);
        var checkpoint = Checkpoint.Parse(note.Text);
        _node.Services.GetRequiredService<NodeLedger>().Verifier.Signed(note).ShouldBeTrue();
        var size = (int)checkpoint.Size;
        size.ShouldBeInRange(2, 255);
        var leaves = Entries(await BytesAsync(auditor, $"{Api}/tile/entries/000.p/{size}"));
        leaves.Length.ShouldBe(size);
        NaiveTree.Mth(leaves).ShouldBe(checkpoint.Root);
        (await BytesAsync(auditor, $"{Api}/tile/0/000.p/{size}")).ShouldBe(leaves.SelectMany(leaf => NaiveTree.Mth([leaf])).ToArray());
        using var inclusion = JsonDocument.Parse((await auditor.GetAsync($"{Api}/proof/inclusion?index=1&size={size}")).Html);
        inclusion.RootElement.GetProperty("path").EnumerateArray().Select(step => step.GetBytesFromBase64()).ShouldBe(NaiveTree.Path(1, leaves));
        inclusion.RootElement.GetProperty("checkpoint").GetString().ShouldBe(note.ToString());
        inclusion.RootElement.GetProperty("leaf").GetString().ShouldBe(Encoding.UTF8.GetString(leaves[1]));
        using var consistency = JsonDocument.Parse((await auditor.GetAsync($"{Api}/proof/consistency?from=1&to={size}")).Html);
        consistency.RootElement.GetProperty("path").EnumerateArray().Select(step => step.GetBytesFromBase64()).ShouldBe(NaiveTree.Proof(1, leaves));
        consistency.RootElement.GetProperty("toRoot").GetBytesFromBase64().ShouldBe(checkpoint.Root);
    }

    [Fact]
    public async Task Tiles_WhenFull_MayBeKeptForEver()
    {
        await _node.Records.TransactAsync(
            transaction => Noroshi.Shell.Audit.ActTrail.RecordAllAsync(transaction, [.. Enumerable.Range(0, 300).Select(_ => new AuditEvent(DateTimeOffset.UnixEpoch, "act", "system", null, null, true))], default), default);
        using var auditor = await _node.SignedInAsync("auditor", Role.Auditor);
        foreach (var path in new[] { "0/000", "entries/000" })
        {
            var full = await auditor.GetAsync($"{Api}/tile/{path}");
            full.Headers.CacheControl!.ToString().ShouldContain("immutable");
            full.Headers.CacheControl.Private.ShouldBeTrue();
            (await auditor.GetAsync($"{Api}/tile/{path}.p/3")).Headers.CacheControl!.ToString().ShouldNotContain("immutable");
        }

        (await BytesAsync(auditor, $"{Api}/tile/0/000")).Length.ShouldBe(8192);
        (await BytesAsync(auditor, $"{Api}/tile/1/000.p/1")).Length.ShouldBe(32);
    }

    [Fact]
    public async Task Address_WhenItNamesNothingOfTheLedger_IsRefused()
    {
        // One node for all: starting one for each would take longer than asking it.
        (string Path, int Status)[] wrong =
        [
            ("/tile/0/0", 400),
            ("/tile/0/000.p/0", 400),
            ("/tile/0/000.p/256", 400),
            ("/tile/64/000", 400),
            ("/tile/x/000", 400),
            ("/tile/0/x000/000", 400),
            ("/tile/0/..%2f..%2fledger-key.pem", 400),
            ("/tile/entries/-01", 400),
            ("/tile/0/000", 404),
            ("/tile/0/x999/999", 404),
            ("/tile/0/x036/x028/x797/x018/x963/967", 404),
            ("/tile/entries/x036/x028/x797/x018/x963/967", 404),
            ("/tile/entries/000.p/255", 404),
            ("/tile/1/000.p/1", 404),
            ("/proof/inclusion", 400),
            ("/proof/inclusion?index=-1", 400),
            ("/proof/inclusion?index=01", 400),
            ("/proof/inclusion?index=0&index=1", 400),
            ("/proof/inclusion?index=0&size=x", 400),
            ("/proof/inclusion?index=9223372036854775808", 400),
            ("/proof/inclusion?index=9223372036854775807", 404),
            ("/proof/inclusion?index=0&size=0", 404),
            ("/proof/inclusion?index=0&size=1000000", 404),
            ("/proof/consistency?from=1", 400),
            ("/proof/consistency?to=1", 400),
            ("/proof/consistency?from=2&to=1", 400),
            ("/proof/consistency?from=0&to=1000000", 404),
        ];
        using var auditor = await _node.SignedInAsync("auditor", Role.Auditor);
        foreach (var (path, status) in wrong)
        {
            var answer = await auditor.GetAsync(Api + path);
            ((int)answer.Status).ShouldBe(status, $"{path}: {answer.Html}");
            answer.Type.ShouldBe("application/problem+json", path);
        }
    }

    [Fact]
    public async Task Ledger_WhenItCannotStandForItsActs_GivesNoCheckpointAndThePageTells()
    {
        using var auditor = await _node.SignedInAsync("auditor", Role.Auditor);
        (await auditor.GetAsync(Api + "/checkpoint")).Status.ShouldBe(HttpStatusCode.OK);
        await _node.Records.ExecuteAsync("DROP TRIGGER audit_event_never_deleted", null, default);
        await _node.Records.ExecuteAsync("DELETE FROM audit_event WHERE sequence > 1", null, default);
        await _node.Records.ExecuteAsync("UPDATE audit_head SET sequence = 1, hash = (SELECT hash FROM audit_event WHERE sequence = 1)", null, default);
        (await auditor.GetAsync(Api + "/checkpoint")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await auditor.GetAsync("/ledger")).Text.ShouldContain("signs nothing at present");
    }

    [Fact]
    public async Task Page_WhenOpened_ShowsTheLedgerProvesALeafSignsAndVerifies()
    {
        using var auditor = await _node.SignedInAsync("auditor", Role.Auditor);
        (await auditor.SubmitAsync("/ledger", "sign")).Text.ShouldContain("Signed:");
        var page = await auditor.GetAsync("/ledger?leaf=1");
        page.Text.ShouldContain("No peer has confirmed");
        page.Text.ShouldContain("Leaf 1 in the tree of");
        page.Document.QuerySelector("noroshi-ledger")!.GetAttribute("data-key").ShouldBe(_node.Services.GetRequiredService<NodeLedger>().Verifier.ToString());
        var link = page.Document.QuerySelectorAll("a[download]").Select(a => a.GetAttribute("href")!).Single(href => href.Contains("inclusion", StringComparison.Ordinal));
        (await auditor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await auditor.SubmitAsync("/ledger", "verify")).Text.ShouldContain("are as they were recorded");
        (await auditor.GetAsync("/ledger?leaf=99999")).Text.ShouldContain("no such leaf");
        (await auditor.GetAsync("/ledger?leaf=x")).Text.ShouldContain("no such leaf");
        (await auditor.GetAsync("/ledger?lang=ja")).Status.ShouldBe(HttpStatusCode.Found);
        (await auditor.GetAsync("/ledger")).Text.ShouldContain("包含証明");
        await _node.Records.ExecuteAsync("DROP TRIGGER audit_event_never_changed", null, default);
        await _node.Records.ExecuteAsync("UPDATE audit_event SET subject = 'x' WHERE sequence = 2", null, default);
        (await auditor.SubmitAsync("/ledger", "verify")).Text.ShouldContain("葉 1 ");
    }

    private async Task<byte[]> BytesAsync(TestBrowser browser, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = browser.Cookies }) { BaseAddress = _node.Address };
        return await client.GetByteArrayAsync(path);
    }

    private static byte[][] Entries(ReadOnlySpan<byte> bundle)
    {
        var entries = new List<byte[]>();
        while (bundle.Length > 0)
        {
            var length = (bundle[0] << 8) | bundle[1];
            entries.Add(bundle.Slice(2, length).ToArray());
            bundle = bundle[(2 + length)..];
        }

        return [.. entries];
    }
}
