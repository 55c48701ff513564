using System.Text;
using Noroshi.Capacity.Iati.Checking;

namespace Noroshi.Tests.Capacity.Iati.Checking;

/// <summary>Our own engine against the published verdicts, and against the published schemas.</summary>
public sealed class PublishedVerdictTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Fact]
    public void File_WhenPublishedWithAVerdict_GetsTheSame()
    {
        var files = PublishedFiles.InScope.ToList();
        (files.Count(file => file.ShouldPass), files.Count(file => !file.ShouldPass)).ShouldBe((117, 228));
        files.Where(file => Judge(file.Bytes).IsValid != file.ShouldPass).Select(file => file.Name).ShouldBeEmpty();
    }

    [Fact]
    public void File_WhenPublished_IsJudgedByTheSchemaAsByUs()
    {
        var xsd = XsdCheck.Load(PublishedFiles.Schemas);
        foreach (var file in PublishedFiles.InScope)
        {
            var (_, count) = xsd.Run(new MemoryStream(file.Bytes), file.IsOrganisations, default).ShouldNotBeNull();
            (count == 0).ShouldBe(file.ShouldPass, file.Name);
        }
    }

    [Fact]
    public void File_WhenItIsARecordOfTheRegistry_IsNotAFileOfActivities()
    {
        var files = PublishedFiles.All.Except(PublishedFiles.InScope).ToList();
        files.Count.ShouldBe(5);
        foreach (var file in files) Judge(file.Bytes).Errors.ShouldHaveSingleItem().Rule.ShouldBe("root");
    }

    [Fact]
    public void File_WhenMutated_IsJudgedByTheSchemaAsByUs()
    {
        var xsd = XsdCheck.Load(PublishedFiles.Schemas);
        var seeds = PublishedFiles.InScope.Where(file => file.ShouldPass).ToList();
        var (valid, invalid) = (0, 0);
        for (var round = 0; round < 12_000; round++)
        {
            var mutation = new Mutation(new Random(round), seeds);
            var verdict = Judge(mutation.Bytes);
            verdict.WasRead.ShouldBeTrue($"{round}: {mutation.Story}");
            var ours = !verdict.Errors.Any(error => !error.Rule.StartsWith("rule.", StringComparison.Ordinal));
            var (errors, count) = xsd.Run(new MemoryStream(mutation.Bytes), mutation.Seed.IsOrganisations, default).ShouldNotBeNull($"{round}: {mutation.Story}");
            ours.ShouldBe(count == 0, $"{round}: {mutation.Story}\nours: {string.Join("\n", verdict.Errors)}\nschema: {string.Join("\n", errors)}\n{Encoding.UTF8.GetString(mutation.Bytes)}");
            if (ours) valid++;
            else invalid++;
        }

        // Both sides must occur often, else the comparison says little.
        valid.ShouldBeGreaterThan(2000);
        invalid.ShouldBeGreaterThan(4000);
    }

    private static IatiVerdict Judge(byte[] bytes) => IatiValidator.Run(new MemoryStream(bytes), Today);
}
