using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contacts.Domain;
using Noroshi.Contacts.Store;
using Noroshi.Contacts.Ui.Profile;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Tests.Shell;

namespace Noroshi.Tests.Contacts.Ui;

/// <summary>What the directory says in the profile of a state, to whom.</summary>
public sealed class ContactProfileTests(ContactsNode house) : IClassFixture<ContactsNode>
{
    [Fact]
    public async Task Desks_WhenRecorded_SayHowTheyAreReachedAndWhetherTheyAreOpen()
    {
        var sections = await AskAsync("PH", null);
        sections[0].Facts.Count.ShouldBeGreaterThan(3);
        var night = sections[0].Facts.First(fact => fact.Href == "/contacts/points/ph-ex-247");
        night.Text.ShouldContain("open");
        night.Detail!.ShouldContain("+63");
        night.Detail!.ShouldContain("languages: ");
        night.Exercise.ShouldBeTrue();
        sections[0].Facts.ShouldAllBe(fact => fact.Source.Length > 0 && fact.Confidence.HasValue);
        sections[0].Note!.ShouldContain("No point is recorded for: ");
    }

    [Fact]
    public async Task Desks_WhenTheLastCheckWentUnanswered_Burn()
    {
        (await AskAsync("GB", null))[0].Facts.Single(fact => fact.Href == "/contacts/points/gb-ex-diplomatic").Burning.ShouldBeFalse();
        var sent = TimeProvider.System.GetUtcNow().AddDays(-9);
        var check = new ContactCheck { Id = "silent", PointId = "gb-ex-diplomatic", Owner = "csirt", SentAt = sent, DueAt = sent.AddDays(2), ExpiresAt = sent.AddDays(14), SentBy = "u", SentName = "Someone" };
        await house.Node.Records.TransactAsync(transaction => CheckRecords.StageAsync(transaction, check, default), default);
        var desk = (await AskAsync("GB", null))[0].Facts.Single(fact => fact.Href == "/contacts/points/gb-ex-diplomatic");
        desk.Burning.ShouldBeTrue();
        desk.Detail!.ShouldContain("did not answer the check of");
    }

    [Fact]
    public async Task Checks_WhenSent_GiveFiguresWithTheirNumber()
    {
        var figures = (await AskAsync("PH", null))[1].Facts;
        figures.ShouldNotBeEmpty();
        figures.ShouldContain(fact => fact.Detail!.StartsWith("median ", StringComparison.Ordinal) && fact.Detail.Contains("n = "));
        figures.ShouldAllBe(fact => fact.AsOf.HasValue && fact.Source == "communication checks of this node");
    }

    [Fact]
    public async Task Sections_WhenTheReaderIsAnother_HoldWhatTheirRoleOpens()
    {
        (await AskAsync("PH", TestNode.Person("csirt", Role.Operator))).ShouldBeEmpty("operators see their own state only");
        (await AskAsync("PH", TestNode.Person("csirt"))).ShouldBeEmpty();
        (await AskAsync("PH", TestNode.Person("csirt", Role.Auditor))).Count.ShouldBe(1, "checks are for those who send them");
        (await AskAsync("PH", TestNode.Person("csirt", Role.Diplomat))).Count.ShouldBe(2);
        var stranger = await AskAsync("PH", TestNode.Person("no-such-organisation", Role.Diplomat));
        stranger[1].Facts.ShouldBeEmpty("another organisation's checks are its own");
        stranger[0].Facts.ShouldAllBe(fact => fact.Detail!.Contains("no communication check known"));
    }

    [Fact]
    public async Task Desks_WhenNoneIsRecorded_AreNotSaidToBeNone()
    {
        var section = (await AskAsync("TV", null))[0];
        section.Facts.ShouldBeEmpty();
        section.Nothing.ShouldContain("does not mean that there is none");
    }

    private async Task<IReadOnlyList<ProfileSection>> AskAsync(string state, ClaimsPrincipal? person)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var source = house.Node.Services.GetServices<IStateProfileSource>().OfType<ContactProfile>().Single();
        return await source.SectionsAsync(new ProfileQuestion(CountryCode.Parse("JP"), CountryCode.Parse(state), new DateOnly(2026, 11, 20), CultureInfo.CurrentUICulture, person), default);
    }
}
