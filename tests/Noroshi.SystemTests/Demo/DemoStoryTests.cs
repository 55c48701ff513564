using Noroshi.Node;
using Noroshi.Node.Demo;
using Noroshi.SystemTests.Running;

namespace Noroshi.SystemTests.Demo;

/// <summary>The exercise against a really started node.</summary>
public sealed class DemoStoryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("noroshi-demo-story-").FullName;

    // The copy of the program beside the tests has not all that it needs to run by itself.
    static DemoStoryTests() => DemoPartner.Program = Verb.Start.Program;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Story_ToldTwiceOverOneFolder_HoldsBothTimes()
    {
        for (var time = 0; time < 2; time++)
        {
            var story = new DemoStory(null);
            await story.RunAsync(folder, ReferenceFolder.Find(), TestContext.Current.CancellationToken);
            story.Steps.ShouldAllBe(step => step.Ok, string.Join('\n', story.Steps));
            story.Steps[^1].Name.ShouldBe("stop");
        }
    }

    [Fact]
    public async Task Node_WhenStartedAgain_KeepsThePasswordsToItsOwner()
    {
        IReadOnlyDictionary<string, string> first;
        var cancel = TestContext.Current.CancellationToken;
        var data = DemoFolder.Prepare(folder);
        await using (var node = await DemoNode.StartAsync(data, 0, ReferenceFolder.Find(), cancel)) first = node.Passwords;
        await using (var node = await DemoNode.StartAsync(data, 0, ReferenceFolder.Find(), cancel))
        {
            node.Passwords.ShouldBe(first);
            foreach (var person in DemoCast.People)
            {
                using var visitor = new StoryVisitor(node.Address);
                await visitor.SignInAsync(person.Name, first[person.Name], cancel);
                (await visitor.PageAsync("/", "ja", cancel)).ShouldContain("演習");
            }
        }

        first.Values.ShouldBeUnique();
        File.GetUnixFileMode(Path.Combine(data, "exercise-accounts.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_IsAStepThatDoesNotHold()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var node = await DemoNode.StartAsync(DemoFolder.Prepare(folder), 0, ReferenceFolder.Find(), cancel);
        using var visitor = new StoryVisitor(node.Address);
        await Should.ThrowAsync<StoryException>(() => visitor.SignInAsync("analyst", "not the password", cancel));
        (await visitor.IsClosedAsync("/api/v1/observatory/totals", cancel)).ShouldBeTrue();
    }
}
