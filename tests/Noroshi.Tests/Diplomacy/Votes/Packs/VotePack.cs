using Noroshi.Diplomacy.Votes.Domain;
using Noroshi.Diplomacy.Votes.Features;
using Noroshi.Diplomacy.Votes.Reading;
using Noroshi.Shell.ReferenceData;
using Noroshi.Tests.ReferenceData;

namespace Noroshi.Tests.Diplomacy.Votes.Packs;

/// <summary>Votes and estimates that others published, beside the repository; tests that need them skip visibly where they are absent.</summary>
internal static class VotePack
{
    internal static VoteStates States { get; } = VoteStates.Of(ReferenceTables.Read(ReferenceFolderOfTheTree.Path));

    private static readonly Lazy<(VoteBook Book, Rejections Rejected)> _all = new(() =>
    {
        var rejected = new Rejections();
        return (ImportVotes.Read([Find("data", "un_votes.csv.gz")!], Find("data", "un_roll_calls.csv.gz"), States, rejected, CancellationToken.None), rejected);
    });

    /// <summary>The votes of sessions 1 to 74, read once.</summary>
    internal static (VoteBook Book, Rejections Rejected) All()
    {
        _ = Path("data", "un_votes.csv.gz");
        _ = Path("data", "un_roll_calls.csv.gz");
        return _all.Value;
    }

    /// <summary>A file of the packs, or the test is skipped.</summary>
    internal static string Path(string kind, string name)
    {
        if (Find(kind, name) is { } path) return path;
        Assert.Skip($"../shared/{kind}/diplomacy/{name} is not here");
        return "";
    }

    private static string? Find(string kind, string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = System.IO.Path.Combine(folder.FullName, "..", "shared", kind, "diplomacy", name);
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Noroshi.slnx")) && File.Exists(path)) return path;
        }

        return null;
    }
}
