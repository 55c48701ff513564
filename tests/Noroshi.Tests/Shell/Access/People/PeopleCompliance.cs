using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Shell.Access;
using Noroshi.Shell.Audit;
using Noroshi.Storage;
using Noroshi.Storage.Migrations;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Shell.Access.People;

/// <summary>What people, links, tokens and sharing rules promise, whichever database is below.</summary>
public abstract class PeopleCompliance : IAsyncLifetime
{
    private const string Password = "correct horse battery staple";
    private readonly TestClock _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private ServiceProvider _services = null!;

    private UserDirectory Users => _services.GetRequiredService<UserDirectory>();

    private SharingRules Sharing => _services.GetRequiredService<SharingRules>();

    private ApiTokens Tokens => _services.GetRequiredService<ApiTokens>();

    private RecordStore Records => _services.GetRequiredService<RecordStore>();

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddRecords(await OptionsAsync());
        services.PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);
        _services = services.BuildServiceProvider();
        await new Migrator(Records, _clock).RunAsync(AccessServices.Migrations(Records.Dialect), default);
        foreach (var (id, kind) in new[] { ("csirt", OrganisationKind.Csirt), ("police", OrganisationKind.Police), ("power", OrganisationKind.InfrastructureOperator) })
            await _services.GetRequiredService<OrganisationDirectory>().CreateAsync(new Organisation { Id = id, Kind = kind, NameEn = id, NameJa = id + "庁" }, Actor.System, default);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<NodeOptions> OptionsAsync();

    [Fact]
    public async Task User_WhenCreated_IsListedWithoutSecrets()
    {
        var id = await AddAsync("yamada.taro", Role.Analyst, Role.Auditor);
        var entry = (await Users.FindAsync(id, default)).ShouldNotBeNull();
        (entry.Name, entry.OrganisationId, entry.HasPassword, entry.HasCodeApp, entry.Passkeys, entry.Disabled).ShouldBe(("yamada.taro", "csirt", true, false, 0, false));
        entry.Roles.ShouldBe([Role.Analyst, Role.Auditor]);
        entry.CreatedAt.ShouldBe(_clock.GetUtcNow());
        (await Users.ListAsync(default)).Single().Roles.ShouldBe(entry.Roles);
        (await Records.FirstAsync<string>("SELECT password_hash FROM person", null, default)).ShouldNotBeNull().ShouldNotContain(Password);
    }

    [Theory]
    [InlineData("YAMADA.taro", "Taro", "csirt", Password, "NameTaken")]
    [InlineData("a", "Taro", "csirt", Password, "NameMalformed")]
    [InlineData("山田", "Taro", "csirt", Password, "NameMalformed")]
    [InlineData("new\n", "Taro", "csirt", Password, "NameMalformed")]
    [InlineData("new", " ", "csirt", Password, "DisplayNameMalformed")]
    [InlineData("new", "a\0b", "csirt", Password, "DisplayNameMalformed")]
    [InlineData("new", "Taro", "nowhere", Password, "OrganisationUnknown")]
    [InlineData("new", "Taro", "csirt", "short", "PasswordTooShort")]
    public async Task User_WhenNotAcceptable_IsRefusedWithTheReason(string name, string display, string organisation, string password, string reason)
    {
        await AddAsync("yamada.taro", Role.Analyst);
        (await Should.ThrowAsync<AccessException>(() => Users.CreateAsync(new NewUser(name, display, organisation, [Role.Analyst], password), Actor.System, default))).Reason.ShouldBe(reason);
        (await Should.ThrowAsync<AccessException>(() => Users.CreateAsync(new NewUser("other", "Other", "csirt", [], Password), Actor.System, default))).Reason.ShouldBe("RoleMissing");
        (await Users.ListAsync(default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Names_WhenTakenAtOnce_GoToOne()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
        {
            try
            {
                await AddAsync(i % 2 == 0 ? "same" : "SAME", Role.Analyst);
                return true;
            }
            catch (AccessException)
            {
                return false;
            }
        })));
        outcomes.Count(created => created).ShouldBe(1);
    }

    [Fact]
    public async Task Administrator_WhenTheLast_CannotGo()
    {
        var first = await AddAsync("first", Role.Administrator);
        var second = await AddAsync("second", Role.Administrator, Role.Analyst);
        await Users.SetDisabledAsync(second, true, Actor.System, default);
        (await Should.ThrowAsync<AccessException>(() => Users.SetDisabledAsync(first, true, Actor.System, default))).Reason.ShouldBe("LastAdministrator");
        (await Should.ThrowAsync<AccessException>(() => Users.SetRolesAsync(first, [Role.Analyst], Actor.System, default))).Reason.ShouldBe("LastAdministrator");
        await Users.SetDisabledAsync(second, false, Actor.System, default);
        await Users.SetRolesAsync(first, [Role.Analyst], Actor.System, default);
        (await Users.FindAsync(first, default))!.Roles.ShouldBe([Role.Analyst]);
    }

    [Fact]
    public async Task SetUp_WhenDoneOnce_NeverWorksAgain()
    {
        var setUp = _services.GetRequiredService<SetUp>();
        var stale = await TokenOfAsync(setUp);
        var token = await TokenOfAsync(setUp);
        (await setUp.WorksAsync(stale, default)).ShouldBeFalse();
        var ministry = new Organisation { Id = "ministry", Kind = OrganisationKind.Ministry, NameEn = "Ministry", NameJa = "省" };
        // A refused attempt leaves the link as it was.
        (await Should.ThrowAsync<AccessException>(() => setUp.CompleteAsync(token, ministry, new NewUser("admin", "Admin", "", [], "short"), default))).Reason.ShouldBe("PasswordTooShort");
        (await setUp.WorksAsync(token, default)).ShouldBeTrue();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            try
            {
                await setUp.CompleteAsync(token, ministry with { Id = "ministry-" + i, NameEn = "M" + i, NameJa = "省" + i }, new NewUser("admin" + i, "First officer", "", [], Password), default);
                return true;
            }
            catch (AccessException)
            {
                return false;
            }
        })));
        outcomes.Count(done => done).ShouldBe(1);
        (await Users.ListAsync(default)).Single().Roles.ShouldBe([Role.Administrator]);
        (await setUp.PrepareAsync(default)).ShouldBeNull();
    }

    [Fact]
    public async Task SetUpLink_WhenTwoHoursOld_IsDead()
    {
        var setUp = _services.GetRequiredService<SetUp>();
        var token = await TokenOfAsync(setUp);
        _clock.Advance(TimeSpan.FromHours(2));
        (await setUp.WorksAsync(token, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Invitation_WhenAccepted_WorksOnceAndForItsPersonAlone()
    {
        var invitations = _services.GetRequiredService<Invitations>();
        var path = await invitations.InviteAsync(new NewUser("guest", "Guest", "police", [Role.Investigator]), Actor.System, default);
        var token = path["/invitation/".Length..];
        token.Length.ShouldBe(43);
        (await Records.QueryAsync<string>("SELECT token_hash FROM access_link", null, default)).ShouldNotContain(token);
        await invitations.AcceptAsync(token, Password, default);
        (await Should.ThrowAsync<AccessException>(() => invitations.AcceptAsync(token, Password + "2", default))).Reason.ShouldBe("LinkDead");
        (await Should.ThrowAsync<AccessException>(() => invitations.AcceptAsync(new string('A', 43), Password, default))).Reason.ShouldBe("LinkDead");
        (await Users.ListAsync(default)).Single().HasPassword.ShouldBeTrue();

        var id = (await Users.ListAsync(default)).Single().Id;
        var earlier = (await invitations.RenewAsync(id, Actor.System, default))["/invitation/".Length..];
        var later = (await invitations.RenewAsync(id, Actor.System, default))["/invitation/".Length..];
        (await invitations.WorksAsync(earlier, default)).ShouldBeFalse();
        _clock.Advance(TimeSpan.FromDays(3));
        (await invitations.WorksAsync(later, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Token_WhenChecked_IsKnownByItsWholeSecret()
    {
        var issued = await Tokens.IssueAsync("sensor feed", "csirt", [TokenScope.Read, TokenScope.Import], TimeSpan.FromDays(10), Actor.System, default);
        (await Records.FirstAsync<string>("SELECT secret_hash FROM api_token", null, default)).ShouldNotBeNull().ShouldNotContain(issued.Text[25..]);
        var found = (await Tokens.CheckAsync(issued.Text, default)).ShouldNotBeNull();
        (found.OrganisationId, found.Id).ShouldBe(("csirt", issued.Id));
        found.Scopes.ShouldBe([TokenScope.Read, TokenScope.Import]);
        (await Tokens.ListAsync(default)).Single().LastUsedAt.ShouldBe(_clock.GetUtcNow());

        var altered = issued.Text[..^1] + (issued.Text[^1] == 'A' ? 'B' : 'A');
        foreach (var wrong in new[] { altered, "", "noroshi_", issued.Text + "x", issued.Text.ToUpperInvariant(), "noroshi_" + new string('0', 16) + "_" + new string('A', 43), new string('x', 100_000) })
            (await Tokens.CheckAsync(wrong, default)).ShouldBeNull();
        (await RefusalsAsync()).ShouldBe(["""{"reason":"wrong secret"}"""]);

        _clock.Advance(TimeSpan.FromDays(10));
        (await Tokens.CheckAsync(issued.Text, default)).ShouldBeNull();
        var second = await Tokens.IssueAsync("other", "csirt", [TokenScope.Read], TimeSpan.FromDays(10), Actor.System, default);
        await Tokens.RevokeAsync(second.Id, Actor.System, default);
        (await Tokens.CheckAsync(second.Text, default)).ShouldBeNull();
        (await RefusalsAsync()).ShouldBe(["""{"reason":"wrong secret"}""", """{"reason":"expired"}""", """{"reason":"revoked"}"""]);
        (await Should.ThrowAsync<AccessException>(() => Tokens.RevokeAsync(second.Id, Actor.System, default))).Reason.ShouldBe("TokenUnknown");
    }

    [Fact]
    public async Task Data_WhenNoRuleOpensIt_IsReadByItsOwnerAlone()
    {
        (await Sharing.ReadableOwnersAsync(TestNode.Person("csirt", Role.Analyst), "observatory.observations", default)).ShouldBe(["csirt"]);
        (await Sharing.ReadableOwnersAsync(new System.Security.Claims.ClaimsPrincipal(), "observatory.observations", default)).ShouldBe([]);
        (await Sharing.ReadableOwnersAsync(TestNode.Person("csirt", Role.Administrator), "observatory.observations", default)).ShouldBeNull();
        (await Sharing.ReadableOwnersAsync(TestNode.Person("csirt", Role.Auditor), "observatory.observations", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Data_WhenARuleOpensIt_IsReadByItsRecipientsUntilTheRuleIsGone()
    {
        const string Kind = "observatory.observations";
        var toPolice = await Sharing.AddAsync(new SharingRule { OwnerId = "csirt", DataKind = Kind, ToOrganisation = "police" }, Actor.System, default);
        await Sharing.AddAsync(new SharingRule { OwnerId = "power", DataKind = Kind, ToRole = Role.Analyst }, Actor.System, default);
        await Sharing.AddAsync(new SharingRule { OwnerId = "power", DataKind = "casework.incidents", ToOrganisation = "police" }, Actor.System, default);

        (await ReadAsync("police", Role.Investigator)).ShouldBe(["csirt", "police"]);
        (await ReadAsync("police", Role.Analyst)).ShouldBe(["csirt", "police", "power"]);
        (await ReadAsync("csirt", Role.Analyst)).ShouldBe(["csirt", "power"]);
        (await ReadAsync("power", Role.Operator)).ShouldBe(["power"]);
        (await Should.ThrowAsync<AccessException>(() => Sharing.AddAsync(new SharingRule { OwnerId = "csirt", DataKind = Kind, ToOrganisation = "police" }, Actor.System, default))).Reason.ShouldBe("RuleExists");
        (await Should.ThrowAsync<AccessException>(() => Sharing.AddAsync(new SharingRule { OwnerId = "csirt", DataKind = Kind }, Actor.System, default))).Reason.ShouldBe("RecipientMissing");
        (await Should.ThrowAsync<AccessException>(() => Sharing.AddAsync(new SharingRule { OwnerId = "csirt", DataKind = "*", ToRole = Role.Analyst }, Actor.System, default))).Reason.ShouldBe("DataKindMalformed");

        await Sharing.RemoveAsync(toPolice, Actor.System, default);
        (await ReadAsync("police", Role.Investigator)).ShouldBe(["police"]);
        (await new AuditLog(Records).ReadAsync(new AuditFilter(Act: "access.sharing."), 10, default)).Count.ShouldBe(4);

        async Task<IEnumerable<string>> ReadAsync(string organisation, Role role) =>
            (await Sharing.ReadableOwnersAsync(TestNode.Person(organisation, role), Kind, default))!.Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Passkey_WhenKept_ComesBackWholeAndStaysItsOwners()
    {
        using var store = new PersonStore(Records, new EphemeralDataProtectionProvider());
        var one = (await store.FindByIdAsync(await AddAsync("one", Role.Analyst), default)).ShouldNotBeNull();
        var two = (await store.FindByIdAsync(await AddAsync("two", Role.Analyst), default)).ShouldNotBeNull();
        byte[] id = [0, 255, 7, 62];
        var info = new UserPasskeyInfo(id, [1, 2, 3], _clock.GetUtcNow(), uint.MaxValue, ["usb", "nfc"], true, true, false, [4], [5]) { Name = "鍵" };
        await store.AddOrUpdatePasskeyAsync(one, info, default);
        await Should.ThrowAsync<InvalidOperationException>(() => store.AddOrUpdatePasskeyAsync(two, info, default));

        (await store.FindByPasskeyIdAsync(id, default))!.Id.ShouldBe(one.Id);
        var kept = (await store.FindPasskeyAsync(one, id, default)).ShouldNotBeNull();
        kept.CredentialId.ShouldBe(id);
        kept.PublicKey.ShouldBe([1, 2, 3]);
        (kept.SignCount, kept.Name, kept.IsUserVerified, kept.IsBackupEligible, kept.IsBackedUp).ShouldBe((uint.MaxValue, "鍵", true, true, false));
        kept.Transports.ShouldBe(["usb", "nfc"]);
        (await store.FindPasskeyAsync(two, id, default)).ShouldBeNull();
        await store.RemovePasskeyAsync(two, id, default);
        (await store.GetPasskeysAsync(one, default)).Count.ShouldBe(1);
        (await store.FindByIdAsync(one.Id, default))!.HasSecondFactor.ShouldBeTrue();
        await Users.ResetSecondFactorAsync(one.Id, Actor.System, default);
        (await store.GetPasskeysAsync(one, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Person_WhenChangedByTwo_TheLaterDoesNotUndoTheEarlier()
    {
        using var store = new PersonStore(Records, new EphemeralDataProtectionProvider());
        var id = await AddAsync("one", Role.Analyst);
        var stale = (await store.FindByIdAsync(id, default)).ShouldNotBeNull();
        await Users.EndSessionsAsync(id, Actor.System, default);
        stale.TwoFactor = true;
        (await store.UpdateAsync(stale, default)).Succeeded.ShouldBeFalse();
        var fresh = (await store.FindByIdAsync(id, default)).ShouldNotBeNull();
        fresh.SecurityStamp.ShouldNotBe(stale.SecurityStamp);
        (await store.UpdateAsync(fresh, default)).Succeeded.ShouldBeTrue();
        (await store.UseStepAsync(fresh, 10, default)).ShouldBeTrue();
        (await store.UseStepAsync(fresh, 10, default)).ShouldBeFalse();
        (await store.UseStepAsync(fresh, 9, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task Changes_WhenMade_AreAuditedWithoutSecrets()
    {
        var id = await AddAsync("one", Role.Analyst);
        var issued = await Tokens.IssueAsync("feed", "csirt", [TokenScope.Read], TimeSpan.FromDays(1), new Actor(id, "csirt"), default);
        var rows = await new AuditLog(Records).ReadAsync(new AuditFilter(), 100, default);
        rows.Select(row => row.Act).ShouldBe(["access.token.issued", "access.user.created", "access.organisation.created", "access.organisation.created", "access.organisation.created"]);
        rows[0].Actor.ShouldBe(id);
        var secret = issued.Text[30..];
        rows.ShouldAllBe(row => !row.Details.Contains(Password, StringComparison.Ordinal) && !row.Details.Contains(secret, StringComparison.Ordinal));
        (await new AuditLog(Records).VerifyChainAsync(default)).BrokenAt.ShouldBeNull();
    }

    private Task<string> AddAsync(string name, params Role[] roles) => Users.CreateAsync(new NewUser(name, "Display " + name, "csirt", roles, Password), Actor.System, default);

    private Task<IReadOnlyList<string>> RefusalsAsync() => Records.QueryAsync<string>("SELECT details FROM audit_event WHERE act = 'access.token.refused' ORDER BY sequence", null, default);

    private static async Task<string> TokenOfAsync(SetUp setUp) => (await setUp.PrepareAsync(default)).ShouldNotBeNull()["/set-up/".Length..];
}
