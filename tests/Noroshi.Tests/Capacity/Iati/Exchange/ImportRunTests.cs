using System.Text;
using Noroshi.Capacity.Iati.Exchange;
using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Capacity.Iati.Exchange;

/// <summary>A large import goes batch by batch, after all of it was looked at.</summary>
public sealed class ImportRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string[]> _batches = [];
    private readonly List<int> _told = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_WhenLarge_IsHandedOverInBatchesAndLeavesNoFile()
    {
        var answer = await RunAsync(Numbers(1201), only: null);
        _batches.Select(batch => batch.Length).ShouldBe([500, 500, 201]);
        _batches.SelectMany(batch => batch).ShouldBe(Enumerable.Range(1, 1201).Select(number => $"XX-EXERCISE-1-{number}"));
        _told.ShouldBe([500, 1000, 1201]);
        (answer.New.Count, answer.MoreNew).ShouldBe((ImportAnswer.MostListed, 201));
        answer.Missing.ShouldBe(["XX-EXERCISE-1-gone"]);
        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_WhenActivitiesAreLong_KeepsBatchesSmallInBytes()
    {
        await RunAsync([.. Enumerable.Range(1, 12).Select(number => ExampleFile.Activity(number, title: "EXERCISE " + new string('x', 1 << 20)))], only: null);
        _batches.Select(batch => batch.Length).ShouldBe([8, 4]);
    }

    [Fact]
    public async Task Import_WhenTheLastActivityIsWrong_TakesNothing()
    {
        (await RunAsync([.. Numbers(1200), ExampleFile.Activity(1201).Replace("<activity-status code=\"2\"/>", "", StringComparison.Ordinal)], only: null)).Problems.ShouldHaveSingleItem().Rule.ShouldBe("element.missing");
        (await Should.ThrowAsync<RefusalException>(() => RunAsync([.. Numbers(1200), ExampleFile.Activity(1)], only: null))).Message.ShouldContain("stands in");
        (await Should.ThrowAsync<RefusalException>(() => RunAsync(Numbers(3), only: ["XX-EXERCISE-1-9"]))).Message.ShouldContain("in none of the files");
        _batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_WhenSomeAreChosen_TakesThemAndSaysNothingOfTheOthers()
    {
        (await RunAsync(Numbers(900), only: ["XX-EXERCISE-1-7", "XX-EXERCISE-1-800"])).Missing.ShouldBeEmpty();
        _batches.ShouldHaveSingleItem().ShouldBe(["XX-EXERCISE-1-7", "XX-EXERCISE-1-800"]);
    }

    private static string[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => ExampleFile.Activity(number))];

    private async Task<ImportAnswer> RunAsync(string[] activities, string[]? only)
    {
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(ExampleFile.Text(activities)));
        var run = new ImportRun(
            new ImportWish(only?.ToHashSet(), null, [], Apply: true),
            (request, _) =>
            {
                using var reader = new IatiReader(File.OpenRead(request.Files.Single().Path));
                string[] batch = [.. reader.Activities().Select(activity => activity.Identifier)];
                _batches.Add(batch);
                return Task.FromResult(new ImportAnswer(true, [.. batch.Select(id => new ImportAnswer.Entry(id, "", "", "", [], []))], [], 0, [], new Dictionary<string, long>()));
            },
            (source, _) => Task.FromResult<IReadOnlyList<string>>(source == "XX-EXERCISE-1" ? ["XX-EXERCISE-1-1", "XX-EXERCISE-1-gone"] : []),
            _told.Add);
        return await run.RunAsync([("a.xml", file)], _folder.Path, default);
    }
}
