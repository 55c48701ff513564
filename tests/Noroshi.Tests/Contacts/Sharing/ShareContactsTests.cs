using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Exercise;
using Noroshi.Contacts.Features;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Tests.Federation;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Contacts.Sharing;

/// <summary>A state's own points reach its peer over the real line, and are the peer's to read, not to edit.</summary>
public sealed class ShareContactsTests
{
    [Fact]
    public async Task Share_WhenAPeerIsActive_BringsItOwnPointsOnlyAndReplacesThemAsAWhole()
    {
        await using var jp = await PairedNode.StartAsync("JP", room: "contacts");
        await using var ph = await PairedNode.StartAsync("PH", room: "contacts");
        await jp.PeerWithAsync(ph);
        await StageContacts.RunAsync(new ExerciseStage(jp.Services, jp.Data, _ => { }), default);

        var outcome = await jp.Services.GetRequiredService<ShareContacts>().RunAsync(Actor.System, default);
        await PairedNode.UntilAsync(async () => (await BookAsync(ph)).Points.Count > 0);

        outcome.Peers.ShouldBe([ph.NodeId]);
        var book = await BookAsync(ph);
        book.Points.Count.ShouldBe(outcome.Points);
        book.Points.ShouldAllBe(point => point.Origin == jp.NodeId);
        book.States.ShouldBe([CountryCode.Parse("JP")]);
    }

    [Fact]
    public async Task Share_WhenThereIsNoPeer_SaysWhatToDo()
    {
        await using var jp = await PairedNode.StartAsync("JP", room: "contacts");
        await StageContacts.RunAsync(new ExerciseStage(jp.Services, jp.Data, _ => { }), default);

        (await Should.ThrowAsync<RefusalException>(() => jp.Services.GetRequiredService<ShareContacts>().RunAsync(Actor.System, default))).Message.ShouldContain("/peers");
    }

    [Fact]
    public async Task Share_WhenAsked_IsOpenToDiplomatsAndAdministratorsAlone()
    {
        await using var node = await TestNode.StartAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var browser = await node.SignedInAsync("person-" + role.ToString().ToLowerInvariant(), role);
            var status = (await browser.PostAsync("/api/v1/contacts/share")).Status;
            (status == System.Net.HttpStatusCode.BadRequest).ShouldBe(role is Role.Diplomat or Role.Administrator, $"{role}: {status}");
        }
    }

    private static async Task<ContactBook> BookAsync(PairedNode node) => await node.Services.GetRequiredService<ContactDirectory>().CurrentAsync(default);
}
