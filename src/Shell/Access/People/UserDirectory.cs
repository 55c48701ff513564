using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Who has access to the node. Every change is audited in the same transaction.</summary>
public sealed partial class UserDirectory
{
    private readonly RecordStore _records;
    private readonly IPasswordHasher<Person> _hasher;
    private readonly TimeProvider _clock;

    internal UserDirectory(RecordStore records, IPasswordHasher<Person> hasher, TimeProvider clock) =>
        (_records, _hasher, _clock) = (records, hasher, clock);

    /// <summary>Gives somebody access and returns their id.</summary>
    /// <exception cref="AccessException">The name is taken or malformed, the organisation unknown, no role given, or the password too weak.</exception>
    public Task<string> CreateAsync(NewUser user, Actor by, CancellationToken cancel) =>
        _records.TransactAsync(transaction => CreateAsync(transaction, user, by, cancel), cancel);

    /// <summary>Everybody, by organisation and name.</summary>
    public async Task<IReadOnlyList<UserEntry>> ListAsync(CancellationToken cancel)
    {
        var people = await _records.QueryAsync<Person>($"SELECT {PersonStore.Columns} FROM person ORDER BY organisation_id, normalised_name", null, cancel).ConfigureAwait(false);
        var roles = (await _records.QueryAsync<RoleRow>("SELECT person_id AS person, role FROM person_role", null, cancel).ConfigureAwait(false))
            .ToLookup(row => row.Person, row => row.Role, StringComparer.Ordinal);
        return [.. people.Select(person => Entry(person, PersonStore.ParseRoles(roles[person.Id])))];
    }

    /// <summary>One of them; <c>null</c> when there is nobody of that id.</summary>
    public async Task<UserEntry?> FindAsync(string id, CancellationToken cancel)
    {
        var person = await _records.FirstAsync<Person>($"SELECT {PersonStore.Columns} FROM person WHERE id = @id", new { id }, cancel).ConfigureAwait(false);
        if (person is null) return null;
        return Entry(person, PersonStore.ParseRoles(await _records.QueryAsync<string>("SELECT role FROM person_role WHERE person_id = @id", new { id }, cancel).ConfigureAwait(false)));
    }

    /// <summary>True once somebody has access: the node is set up.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancel) =>
        await _records.FirstAsync<int>("SELECT COUNT(*) FROM (SELECT 1 FROM person LIMIT 1) AS one", null, cancel).ConfigureAwait(false) > 0;

    internal async Task<string> CreateAsync(RecordTransaction transaction, NewUser user, Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!SignInName().IsMatch(user.Name)) throw new AccessException("NameMalformed", "A sign-in name has 2 to 64 letters, digits, dots, hyphens or underscores.");
        if (!PlainText.Fits(user.DisplayName, 100)) throw new AccessException("DisplayNameMalformed", "The name shown to others has 1 to 100 characters.");
        if (user.Roles.Count == 0) throw new AccessException("RoleMissing", "Give at least one role.");
        if (user.Password is not null && PasswordRules.Refusal(user.Password, user.Name, user.DisplayName) is { } refusal) throw new AccessException(refusal, "The password does not meet the rules.");
        if (await transaction.FirstAsync<int>("SELECT COUNT(*) FROM organisation WHERE id = @OrganisationId", user, cancel).ConfigureAwait(false) == 0)
            throw new AccessException("OrganisationUnknown", $"There is no organisation '{user.OrganisationId}'.");
        var normalised = Normalise(user.Name);
        await transaction.LockAsync("people", cancel).ConfigureAwait(false);
        if (await transaction.FirstAsync<int>("SELECT COUNT(*) FROM person WHERE normalised_name = @normalised", new { normalised }, cancel).ConfigureAwait(false) > 0)
            throw new AccessException("NameTaken", $"Somebody signs in as '{user.Name}' already.");
        var now = _clock.GetUtcNow();
        var person = new Person
        {
            Id = Guid.CreateVersion7(now).ToString("N"),
            OrganisationId = user.OrganisationId,
            Name = user.Name,
            NormalisedName = normalised,
            DisplayName = user.DisplayName.Trim(),
            SecurityStamp = NewStamp(),
            CreatedAt = now,
        };
        if (user.Password is not null) person.PasswordHash = _hasher.HashPassword(person, user.Password);
        await transaction.ExecuteAsync(
            """
            INSERT INTO person (id, organisation_id, name, normalised_name, display_name, password_hash, security_stamp, created_at)
            VALUES (@Id, @OrganisationId, @Name, @NormalisedName, @DisplayName, @PasswordHash, @SecurityStamp, @CreatedAt)
            """,
            person,
            cancel).ConfigureAwait(false);
        await InsertRolesAsync(transaction, person.Id, user.Roles, cancel).ConfigureAwait(false);
        await AuditAsync(transaction, "access.user.created", by, person.Id, new() { ["name"] = person.Name, ["organisation"] = person.OrganisationId, ["roles"] = Text(user.Roles) }, cancel).ConfigureAwait(false);
        return person.Id;
    }

    // Names are ASCII, so this is all that comparing them needs; the same as Identity's normaliser does.
    internal static string Normalise(string name) => name.ToUpperInvariant();

    internal static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20));

    private Task AuditAsync(RecordTransaction transaction, string act, Actor by, string person, Dictionary<string, string> details, CancellationToken cancel) =>
        AuditLog.RecordAsync(transaction, new AuditEvent(_clock.GetUtcNow(), act, by.Id, by.Organisation, "user:" + person, true, details), cancel);

    private static async Task InsertRolesAsync(RecordTransaction transaction, string person, IReadOnlyList<Role> roles, CancellationToken cancel)
    {
        foreach (var role in roles.Distinct())
            await transaction.ExecuteAsync("INSERT INTO person_role (person_id, role) VALUES (@person, @role)", new { person, role = role.ToString() }, cancel).ConfigureAwait(false);
    }

    private static string Text(IEnumerable<Role> roles) => string.Join(' ', roles.Distinct().Order());

    private static UserEntry Entry(Person person, IReadOnlyList<Role> roles) => new(
        person.Id, person.Name, person.DisplayName, person.OrganisationId, roles, person.PasswordHash is not null, person.TwoFactor, person.Passkeys,
        person.Disabled, person.LockedUntil, person.CreatedAt, person.LastSignIn);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{1,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SignInName();

    private sealed class RoleRow
    {
        public string Person { get; init; } = "";

        public string Role { get; init; } = "";
    }
}
