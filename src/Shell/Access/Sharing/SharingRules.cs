using System.Security.Claims;
using System.Text.RegularExpressions;
using Noroshi.Contracts;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Shell.Access;

/// <summary>Who may read whose data inside the node: closed, until a rule opens it.</summary>
public sealed partial class SharingRules : IDataAccess
{
    private readonly RecordStore _records;
    private readonly TimeProvider _clock;

    internal SharingRules(RecordStore records, TimeProvider clock) => (_records, _clock) = (records, clock);

    /// <inheritdoc/>
    public async Task<IReadOnlySet<string>?> ReadableOwnersAsync(ClaimsPrincipal person, string dataKind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.OrganisationId() is not { } own || person.HasClaim(claim => claim.Type == AccessClaims.SecondFactorMissing)) return new HashSet<string>();
        if (person.HasRole(Role.Administrator) || person.HasRole(Role.Auditor) || person.HasScope(TokenScope.Admin)) return null;
        var roles = person.FindAll(AccessClaims.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        var rules = await _records.QueryAsync<Row>("SELECT id, owner_id, data_kind, recipient_kind, recipient FROM sharing_rule WHERE data_kind = @dataKind", new { dataKind }, cancel).ConfigureAwait(false);
        var owners = new HashSet<string>(StringComparer.Ordinal) { own };
        foreach (var rule in rules)
        {
            if (rule.RecipientKind == Row.Organisation ? rule.Recipient == own : roles.Contains(rule.Recipient)) owners.Add(rule.OwnerId);
        }

        return owners;
    }

    /// <summary>All rules, by owner and kind of data.</summary>
    public async Task<IReadOnlyList<SharingRule>> ListAsync(CancellationToken cancel) =>
        [.. (await _records.QueryAsync<Row>("SELECT id, owner_id, data_kind, recipient_kind, recipient FROM sharing_rule ORDER BY owner_id, data_kind, recipient_kind, recipient", null, cancel).ConfigureAwait(false)).Select(row => row.ToRule())];

    /// <summary>Opens data to a recipient and returns the rule's id.</summary>
    /// <exception cref="AccessException">The rule is incomplete, exists already, or names an unknown organisation.</exception>
    public Task<string> AddAsync(SharingRule rule, Actor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!Kind().IsMatch(rule.DataKind)) throw new AccessException("DataKindMalformed", "A kind of data is written like observatory.observations.");
        if (rule.ToOrganisation is null == rule.ToRole is null) throw new AccessException("RecipientMissing", "Name an organisation or a role, not both.");
        if (rule.ToOrganisation == rule.OwnerId) throw new AccessException("RecipientIsOwner", "An organisation reads its own data without a rule.");
        return _records.TransactAsync(
            async transaction =>
            {
                await transaction.LockAsync("sharing", cancel).ConfigureAwait(false);
                foreach (var organisation in new[] { rule.OwnerId, rule.ToOrganisation ?? rule.OwnerId })
                {
                    if (await transaction.FirstAsync<int>("SELECT COUNT(*) FROM organisation WHERE id = @organisation", new { organisation }, cancel).ConfigureAwait(false) == 0)
                        throw new AccessException("OrganisationUnknown", $"There is no organisation '{organisation}'.");
                }

                var row = Row.Of(rule, Guid.CreateVersion7(_clock.GetUtcNow()).ToString("N"));
                var added = await transaction.ExecuteAsync(
                    """
                    INSERT INTO sharing_rule (id, owner_id, data_kind, recipient_kind, recipient, created_by, created_at)
                    VALUES (@Id, @OwnerId, @DataKind, @RecipientKind, @Recipient, @by, @now) ON CONFLICT DO NOTHING
                    """,
                    new { row.Id, row.OwnerId, row.DataKind, row.RecipientKind, row.Recipient, by = by.Id, now = _clock.GetUtcNow() },
                    cancel).ConfigureAwait(false);
                if (added == 0) throw new AccessException("RuleExists", "This rule exists already.");
                await AuditAsync(transaction, "access.sharing.opened", row, by, cancel).ConfigureAwait(false);
                return row.Id;
            },
            cancel);
    }

    /// <summary>Opens data to every other organisation of the node; what was open stays so.</summary>
    public async Task OpenToAllAsync(string owner, string dataKind, Actor by, CancellationToken cancel)
    {
        foreach (var reader in await _records.QueryAsync<string>("SELECT id FROM organisation WHERE id <> @owner ORDER BY id", new { owner }, cancel).ConfigureAwait(false))
        {
            try
            {
                await AddAsync(new SharingRule { OwnerId = owner, DataKind = dataKind, ToOrganisation = reader }, by, cancel).ConfigureAwait(false);
            }
            catch (AccessException exists) when (exists.Reason == "RuleExists")
            {
                // Opened before.
            }
        }
    }

    /// <summary>Closes what the rule opened.</summary>
    /// <exception cref="AccessException">There is no such rule.</exception>
    public Task RemoveAsync(string id, Actor by, CancellationToken cancel) => _records.TransactAsync(
        async transaction =>
        {
            var row = await transaction.FirstAsync<Row>("DELETE FROM sharing_rule WHERE id = @id RETURNING id, owner_id, data_kind, recipient_kind, recipient", new { id }, cancel).ConfigureAwait(false)
                ?? throw new AccessException("RuleUnknown", "There is no such rule any more.");
            await AuditAsync(transaction, "access.sharing.closed", row, by, cancel).ConfigureAwait(false);
        },
        cancel);

    private Task AuditAsync(RecordTransaction transaction, string act, Row row, Actor by, CancellationToken cancel) => AuditLog.RecordAsync(
        transaction,
        new AuditEvent(_clock.GetUtcNow(), act, by.Id, by.Organisation, "sharing-rule:" + row.Id, true, new Dictionary<string, string>
        {
            ["owner"] = row.OwnerId,
            ["kind"] = row.DataKind,
            ["recipient"] = row.RecipientKind + ":" + row.Recipient,
        }),
        cancel);

    [GeneratedRegex(@"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Kind();

    private sealed class Row
    {
        public const string Organisation = "organisation";
        private const string RoleKind = "role";

        public string Id { get; init; } = "";

        public string OwnerId { get; init; } = "";

        public string DataKind { get; init; } = "";

        public string RecipientKind { get; init; } = "";

        public string Recipient { get; init; } = "";

        public static Row Of(SharingRule rule, string id) => new()
        {
            Id = id,
            OwnerId = rule.OwnerId,
            DataKind = rule.DataKind,
            RecipientKind = rule.ToRole is null ? Organisation : RoleKind,
            Recipient = rule.ToRole?.ToString() ?? rule.ToOrganisation!,
        };

        public SharingRule ToRule() => new()
        {
            Id = Id,
            OwnerId = OwnerId,
            DataKind = DataKind,
            ToOrganisation = RecipientKind == Organisation ? Recipient : null,
            ToRole = RecipientKind == RoleKind ? Enum.Parse<Role>(Recipient) : null,
        };
    }
}
