using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Tests.Exchange.Taxii;

/// <summary>Two nodes: one keeps a collection, the other fetches it and sends to it.</summary>
public sealed class TaxiiClientTests : IAsyncLifetime
{
    private const string Unknown = "marking-definition--00000000-0000-4000-8000-00000000000f";
    private ExchangeNode _theirs = null!;
    private ExchangeNode _ours = null!;

    public async ValueTask InitializeAsync()
    {
        (_theirs, _ours) = (await ExchangeNode.StartAsync(), await ExchangeNode.StartAsync());
        await _theirs.PartnerAsync("jp-csirt", "JP");
        await _theirs.CollectionAsync("feed", ExchangeNode.Both("partner:jp-csirt"));
    }

    public async ValueTask DisposeAsync()
    {
        await _theirs.DisposeAsync();
        await _ours.DisposeAsync();
    }

    private TaxiiAddress Feed => TaxiiAddress.Read(new Uri(_theirs.Node.Address, "/taxii2/").AbsoluteUri, "feed");

    private PullCollection Pull => _ours.Node.Services.GetRequiredService<PullCollection>();

    private SourceRecords Sources => _ours.Node.Services.GetRequiredService<SourceRecords>();

    [Fact]
    public async Task Pull_WhenRunAgain_TakesWhatIsNewAndDoublesNothing()
    {
        await PostAsync(2300);
        var source = await Pull.PrepareAsync(Feed, Token, "csirt", Actor.System, default);
        var first = await Pull.RunAsync(source, Token, default);
        first.Problem.ShouldBeNull();
        (first.Taken, first.Rejected, first.Pages).ShouldBe((2300, 0, 3));
        (await CountAsync()).ShouldBe(2300);
        await PostAsync(5);
        (await Pull.RunAsync((await Sources.FindAsync(source.Id, default))!, Token, default)).Problem.ShouldBeNull();
        (await CountAsync()).ShouldBe(2305);
        // The same source is not made twice.
        (await Pull.PrepareAsync(Feed, Token, "csirt", Actor.System, default)).Id.ShouldBe(source.Id);
    }

    [Fact]
    public async Task Pull_WhenStoppedInTheMiddle_GoesOnWhereItWas()
    {
        await PostAsync(2300);
        var source = await Pull.PrepareAsync(Feed, Token, "", Actor.System, default);
        using var stop = new CancellationTokenSource();
        var running = Pull.RunAsync(source, Token, stop.Token);
        while (await CountAsync() == 0 && !running.IsCompleted) await Task.Yield();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
        var half = (await Sources.FindAsync(source.Id, default))!;
        (await CountAsync()).ShouldBe((int)half.Taken, "the page and the place behind it are kept together");
        half.NextToken.ShouldNotBeNull();
        var rest = await Pull.RunAsync(half, Token, default);
        (half.Taken + rest.Taken).ShouldBe(2300);
        (await CountAsync()).ShouldBe(2300);
    }

    [Fact]
    public async Task Pull_WhenTheServerForgotThePlace_BeginsAgainAndLosesNothing()
    {
        await PostAsync(1200);
        var source = await Pull.PrepareAsync(Feed, Token, "", Actor.System, default);
        await _ours.Node.Records.ExecuteAsync("UPDATE exchange_source SET next_token = 'forgotten' WHERE id = @Id", new { source.Id }, default);
        var outcome = await Pull.RunAsync((await Sources.FindAsync(source.Id, default))!, Token, default);
        outcome.Problem.ShouldBeNull();
        (await CountAsync()).ShouldBe(1200);
    }

    [Fact]
    public async Task Pull_WhenTheServerRefuses_IsNotedAndWaitsLonger()
    {
        await PostAsync(1);
        var source = await Pull.PrepareAsync(Feed, Token, "", Actor.System, default);
        await Sources.SaveAsync(source.With("jp-csirt:wrong", "csirt", 10), Actor.System, default);
        for (var time = 1; time < 4; time++)
        {
            (await Pull.RunAsync((await Sources.FindAsync(source.Id, default))!, "jp-csirt:wrong", default)).Problem!.ShouldContain("401");
            var noted = (await Sources.FindAsync(source.Id, default))!;
            (noted.Failures, noted.LastGood).ShouldBe((time, null));
            (noted.DueAt - noted.LastTry).ShouldBe(TimeSpan.FromMinutes(10 * Math.Pow(2, time)));
        }

        await Sources.SaveAsync(source.With(Token, "csirt", 10), Actor.System, default);
        (await Pull.RunAsync((await Sources.FindAsync(source.Id, default))!, Token, default)).Problem.ShouldBeNull();
        (await Sources.FindAsync(source.Id, default))!.Failures.ShouldBe(0);
    }

    [Fact]
    public async Task Fetched_WhenLookedAt_IsForNobodyUntilSomebodyIsGranted()
    {
        await PostAsync(3);
        var source = await Pull.PrepareAsync(Feed, Token, "csirt", Actor.System, default);
        await Pull.RunAsync(source, Token, default);
        var book = await _ours.Directory.BookAsync(default);
        var collection = book.Any(source.Collection)!;
        book.Terms(collection).Members.Count.ShouldBe(0);
        var request = new ReleaseRequest(Recipient.Organisation("csirt", CountryCode.Parse("JP")), Exit.Taxii, TimeProvider.System.GetUtcNow()) { Purpose = Purpose.Defence };
        (await _ours.Node.Services.GetRequiredService<WayOut>().ReadAsync(collection, new ObjectQuestion(), 10, request, lists: true, default)).Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Push_WhenTheRulesWithholdSomething_SendsTheRestOnce()
    {
        await _ours.PartnerAsync("ph-node");
        var collection = await _ours.CollectionAsync("out", ExchangeNode.Both("partner:ph-node"), ExchangeNode.Both("organisation:csirt"));
        var sender = new Sender("organisation:csirt", "National CSIRT", "JP", Origin.Own);
        var batches = _ours.Node.Services.GetRequiredService<BatchRecords>();
        string[] items = [ExchangeNode.Indicator(Guid.NewGuid()), ExchangeNode.Indicator(Guid.NewGuid(), marking: Unknown), ExchangeNode.Indicator(Guid.NewGuid(), marking: "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82")];
        await batches.AddAsync(collection, [.. items.Select(item => (ReadOnlyMemory<byte>)System.Text.Encoding.UTF8.GetBytes(item))], Array.Empty<byte>(), sender, default);
        var push = _ours.Node.Services.GetRequiredService<PushCollection>();
        var partner = (await _ours.Directory.BookAsync(default)).Partner("ph-node")!;
        var outcome = await push.RunAsync(Feed, Token, collection, partner, default);
        outcome.Problem.ShouldBeNull();
        (outcome.Taken, outcome.Rejected, outcome.Withheld).ShouldBe((2, 0, 1));
        (await push.RunAsync(Feed, Token, collection, partner, default)).Taken.ShouldBe(0);
        var left = await _ours.Node.Services.GetRequiredService<DepartureRecords>().ListAsync(null, null, 10, default);
        left.Sum(line => line.Objects).ShouldBe(2);
        left.ShouldAllBe(line => line.WayOut == "Push" && line.Recipient == "node:ph-node");
    }

    [Theory]
    [InlineData("http://taxii.example.org/taxii2/", "feed")]
    [InlineData("ftp://taxii.example.org/", "feed")]
    [InlineData("https://name:secret@taxii.example.org/", "feed")]
    [InlineData("https://taxii.example.org/?x=1", "feed")]
    [InlineData("nonsense", "feed")]
    [InlineData("https://taxii.example.org/", "../other")]
    [InlineData("https://taxii.example.org/", "")]
    public void Address_WhenItIsNoneOrWithoutTls_IsRefused(string url, string collection) =>
        Should.Throw<RefusalException>(() => TaxiiAddress.Read(url, collection)).ExitCode.ShouldBe(RefusalException.Input);

    private static string Token => "jp-csirt:" + ExchangeNode.Secret;

    private Task<int> CountAsync() => _ours.Node.Records.FirstAsync<int>("SELECT COUNT(*) FROM exchange_member", null, default);

    private async Task PostAsync(int count)
    {
        using var machine = _theirs.Machine("jp-csirt");
        foreach (var some in Enumerable.Range(0, count).Chunk(1000))
        {
            using var envelope = ExchangeNode.Envelope([.. some.Select(_ => ExchangeNode.Indicator(Guid.NewGuid()))]);
            (await ExchangeNode.JsonAsync(await machine.PostAsync("/taxii2/main/collections/feed/objects/", envelope))).GetProperty("success_count").GetInt32().ShouldBe(some.Length);
        }
    }
}
