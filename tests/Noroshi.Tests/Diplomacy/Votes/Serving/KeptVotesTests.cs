using Microsoft.Extensions.Logging.Abstractions;
using Noroshi.Diplomacy.Votes.Serving;
using Noroshi.Diplomacy.Votes.Store;
using Noroshi.Node.Backups;
using Noroshi.Storage;
using Noroshi.Tests.Diplomacy.Votes.Estimation;
using Noroshi.Tests.Diplomacy.Votes.Packs;

namespace Noroshi.Tests.Diplomacy.Votes.Serving;

public sealed class KeptVotesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-votes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Points_WhenAsked_AreEstimatedOnceBesideTheRequests()
    {
        var kept = Kept();
        kept.Now().Points.ShouldBeNull();
        kept.Now().IsEstimating.ShouldBeFalse("there is nothing to estimate");
        new VoteStore(_folder).Keep(new InventedVotes(1, 40, 5, 40, 0.2).Book);
        _ = kept.Now().Points;
        await kept.Now().WhenEstimatedAsync();
        var points = kept.Now().Points.ShouldNotBeNull();
        kept.Now().IsEstimating.ShouldBeFalse();
        kept.Now().Points.ShouldBeSameAs(points);
        kept.Now().Book.Choices.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Points_WhenVotesAreImported_AreEstimatedAnew()
    {
        var kept = Kept();
        new VoteStore(_folder).Keep(new InventedVotes(1, 40, 5, 40, 0.2).Book);
        var before = kept.Now();
        await before.WhenEstimatedAsync();
        new VoteStore(_folder).Keep(new InventedVotes(2, 40, 6, 40, 0.2).Book);
        await kept.Now().WhenEstimatedAsync();
        kept.Now().Points!.Rows.Max(row => row.Session).ShouldBe(6);
        before.Points!.Rows.Max(row => row.Session).ShouldBe(5, "whoever began with the votes of before ends with them");
    }

    [Fact]
    public void Record_WhenMade_IsKeptForTheseVotes()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "votes"));
        var made = 0;
        var file = new RecordFile(_folder);
        for (var time = 0; time < 2; time++) file.ReadOrMake("seal", () => { made++; return null; }).ShouldBeNull();
        made.ShouldBe(1);
        file.ReadOrMake("another seal", () => { made++; return null; });
        made.ShouldBe(2);
        File.WriteAllText(Path.Combine(_folder, "votes", "record.json"), "{");
        file.ReadOrMake("another seal", () => { made++; return null; });
        made.ShouldBe(3, "what cannot be read is made again");
    }

    [Fact]
    public void Backup_WhenTaken_HoldsTheVotes()
    {
        new VoteStore(_folder).Keep(new InventedVotes(1, 10, 2, 5, 0.2).Book);
        var staging = Directory.CreateTempSubdirectory("noroshi-staging-").FullName;
        try
        {
            var (_, file) = LooseFiles.Take(_folder, staging, ["blobs"]).Single(file => file.Path == "votes/votes.bin");
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(_folder, "votes", "votes.bin")));
        }
        finally
        {
            Directory.Delete(staging, recursive: true);
        }
    }

    [Fact]
    public async Task Compared_WhenOverThePack_SaysHowTwoStatesVote()
    {
        new VoteStore(_folder).Keep(VotePack.All().Book);
        var kept = Kept();
        await kept.Now().WhenEstimatedAsync();
        var compared = new VotesOfState(kept).Of("JP", "US").ShouldNotBeNull();
        compared.Cyber.ShouldNotBeNull().Share.ShouldBe(0.591, 0.0005);
        compared.Cyber.Votes.ShouldBe(11);
        compared.Recent.ShouldNotBeNull().FromSession.ShouldBe(65);
        compared.All.ShouldNotBeNull().Votes.ShouldBeGreaterThan(compared.Recent.Votes);
        compared.Theirs.ShouldNotBeNull().Value.ShouldBeGreaterThan(compared.Own.ShouldNotBeNull().Value);
        (compared.IsEstimating, compared.Source).ShouldBe((false, "unvotes"));
        new VotesOfState(kept).Of("JP", "XX").ShouldBeNull();
    }

    private KeptVotes Kept() => new(new NodeOptions { DataDirectory = _folder, ReferenceData = "" }, NullLogger<KeptVotes>.Instance);
}
