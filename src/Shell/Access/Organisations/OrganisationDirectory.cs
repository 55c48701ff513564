using System.Text.RegularExpressions;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>The organisations inside the node.</summary>
public sealed partial class OrganisationDirectory
{
    private const int LongestName = 120;
    private readonly RecordStore _records;
    private readonly TimeProvider _clock;

    internal OrganisationDirectory(RecordStore records, TimeProvider clock) => (_records, _clock) = (records, clock);

    /// <summary>All, in the order of their English names.</summary>
    public async Task<IReadOnlyList<Organisation>> ListAsync(CancellationToken cancel) =>
        [.. (await _records.QueryAsync<Row>("SELECT id, kind, name_en, name_ja FROM organisation ORDER BY name_en", null, cancel).ConfigureAwait(false)).Select(row => row.ToOrganisation())];

    /// <summary>Adds an organisation; its id (short, lower-case, for example <c>csirt</c>) is how data names its owner and never changes.</summary>
    /// <exception cref="AccessException">The id or a name is malformed or taken.</exception>
    public Task CreateAsync(Organisation organisation, Actor by, CancellationToken cancel) =>
        _records.TransactAsync(transaction => CreateAsync(transaction, organisation, by, cancel), cancel);

    /// <summary>Changes the names and the kind.</summary>
    /// <exception cref="AccessException">A name is malformed or taken, or the organisation unknown.</exception>
    public Task ChangeAsync(Organisation organisation, Actor by, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            await CheckNamesAsync(transaction, organisation, cancel).ConfigureAwait(false);
            if (await transaction.ExecuteAsync("UPDATE organisation SET kind = @Kind, name_en = @NameEn, name_ja = @NameJa WHERE id = @Id", Row.Of(organisation), cancel).ConfigureAwait(false) == 0)
                throw new AccessException("OrganisationUnknown", $"There is no organisation '{organisation.Id}'.");
            await AuditAsync(transaction, "access.organisation.changed", organisation, by, cancel).ConfigureAwait(false);
        },
        cancel);

    internal async Task CreateAsync(RecordTransaction transaction, Organisation organisation, Actor by, CancellationToken cancel)
    {
        if (!Identifier().IsMatch(organisation.Id)) throw new AccessException("OrganisationIdMalformed", "An organisation's id has 2 to 32 lower-case letters, digits or hyphens.");
        await CheckNamesAsync(transaction, organisation, cancel).ConfigureAwait(false);
        if (await transaction.FirstAsync<int>("SELECT COUNT(*) FROM organisation WHERE id = @Id", new { organisation.Id }, cancel).ConfigureAwait(false) > 0)
            throw new AccessException("OrganisationIdTaken", $"There is an organisation '{organisation.Id}' already.");
        var row = Row.Of(organisation);
        await transaction.ExecuteAsync(
            "INSERT INTO organisation (id, kind, name_en, name_ja, created_at) VALUES (@Id, @Kind, @NameEn, @NameJa, @now)",
            new { row.Id, row.Kind, row.NameEn, row.NameJa, now = _clock.GetUtcNow() },
            cancel).ConfigureAwait(false);
        await AuditAsync(transaction, "access.organisation.created", organisation, by, cancel).ConfigureAwait(false);
    }

    private static async Task CheckNamesAsync(RecordTransaction transaction, Organisation organisation, CancellationToken cancel)
    {
        if (!PlainText.Fits(organisation.NameEn, LongestName) || !PlainText.Fits(organisation.NameJa, LongestName)) throw new AccessException("OrganisationNameMalformed", "Both names have 1 to 120 characters.");
        await transaction.LockAsync("organisations", cancel).ConfigureAwait(false);
        if (await transaction.FirstAsync<int>("SELECT COUNT(*) FROM organisation WHERE id <> @Id AND (name_en = @NameEn OR name_ja = @NameJa)", Row.Of(organisation), cancel).ConfigureAwait(false) > 0)
            throw new AccessException("OrganisationNameTaken", "Another organisation has this name.");
    }

    private Task AuditAsync(RecordTransaction transaction, string act, Organisation organisation, Actor by, CancellationToken cancel) => AuditLog.RecordAsync(
        transaction,
        new AuditEvent(_clock.GetUtcNow(), act, by.Id, by.Organisation, "organisation:" + organisation.Id, true, new Dictionary<string, string>
        {
            ["kind"] = organisation.Kind.ToString(),
            ["en"] = organisation.NameEn,
            ["ja"] = organisation.NameJa,
        }),
        cancel);

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Kind { get; init; } = "";

        public string NameEn { get; init; } = "";

        public string NameJa { get; init; } = "";

        public static Row Of(Organisation organisation) => new()
        {
            Id = organisation.Id,
            Kind = organisation.Kind.ToString(),
            NameEn = organisation.NameEn.Trim(),
            NameJa = organisation.NameJa.Trim(),
        };

        public Organisation ToOrganisation() => new() { Id = Id, Kind = Enum.Parse<OrganisationKind>(Kind), NameEn = NameEn, NameJa = NameJa };
    }
}
