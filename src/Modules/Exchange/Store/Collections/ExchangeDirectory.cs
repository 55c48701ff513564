using System.Globalization;
using Noroshi.Exchange.Sharing;
using Noroshi.Kernel;
using Noroshi.Shell.Audit;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>Keeps collections, their grants, and partners; hands out the book of all of them, read once for each change.</summary>
/// <param name="records">The records.</param>
/// <param name="options">Whose node this is.</param>
internal sealed class ExchangeDirectory(RecordStore records, NodeOptions options)
{
    private const string Columns = "number, id, title_en, title_ja, description_en, description_ja, ceiling, unmarked, states, four_eyes, accepts_statements, version, changed_at, changed_by, closed_at";
    private volatile ExchangeBook? _book;
    private int _changes;

    /// <summary>The newest book that was read, without asking for it; null before the first question.</summary>
    public ExchangeBook? Latest => _book;

    /// <summary>All collections and partners.</summary>
    public async ValueTask<ExchangeBook> BookAsync(CancellationToken cancel)
    {
        if (_book is { } book) return book;
        var before = Volatile.Read(ref _changes);
        var grants = (await records.QueryAsync<GrantRow>("SELECT collection, holder, can_read, can_write, purpose FROM exchange_grant ORDER BY holder", null, cancel).ConfigureAwait(false)).ToLookup(row => row.Collection);
        var collections = (await records.QueryAsync<Row>($"SELECT {Columns} FROM exchange_collection ORDER BY title_en, number", null, cancel).ConfigureAwait(false))
            .Select(row => row.ToCollection([.. grants[row.Number].Select(grant => grant.ToGrant())])).ToList();
        var partners = await records.QueryAsync<Partner>("SELECT id, name_en, name_ja, state, secret_hash, secret_at, created_at, created_by, ended_at FROM exchange_partner ORDER BY name_en, id", null, cancel).ConfigureAwait(false);
        var read = new ExchangeBook(collections, partners, options.State);
        if (before == Volatile.Read(ref _changes)) _book = read;
        return read;
    }

    /// <summary>Keeps a new collection or a change of one.</summary>
    /// <returns>False when somebody changed it meanwhile.</returns>
    public Task<bool> SaveAsync(ExchangeCollection collection, DateTimeOffset now, Actor by, string byName, CancellationToken cancel) => ChangeAsync(
        async transaction =>
        {
            await transaction.LockAsync("exchange-directory", cancel).ConfigureAwait(false);
            var row = Row.Of(collection with { ChangedAt = now, ChangedBy = byName });
            var number = await transaction.FirstAsync<int?>("SELECT number FROM exchange_collection WHERE id = @Id", new { collection.Id }, cancel).ConfigureAwait(false);
            if (number is null)
            {
                number = await transaction.FirstAsync<int>("SELECT COALESCE(MAX(number), 0) + 1 FROM exchange_collection", null, cancel).ConfigureAwait(false);
                row.Number = number.Value;
                row.Version = 1;
                await transaction.ExecuteAsync(
                    $"INSERT INTO exchange_collection ({Columns}) VALUES (@Number, @Id, @TitleEn, @TitleJa, @DescriptionEn, @DescriptionJa, @Ceiling, @Unmarked, @States, @FourEyes, @AcceptsStatements, @Version, @ChangedAt, @ChangedBy, @ClosedAt)",
                    row,
                    cancel).ConfigureAwait(false);
            }
            else if (await transaction.ExecuteAsync(
                """
                UPDATE exchange_collection SET title_en = @TitleEn, title_ja = @TitleJa, description_en = @DescriptionEn, description_ja = @DescriptionJa, ceiling = @Ceiling, unmarked = @Unmarked,
                states = @States, four_eyes = @FourEyes, accepts_statements = @AcceptsStatements, version = version + 1, changed_at = @ChangedAt, changed_by = @ChangedBy, closed_at = @ClosedAt
                WHERE id = @Id AND version = @Version
                """,
                row,
                cancel).ConfigureAwait(false) == 0)
            {
                return false;
            }

            await transaction.ExecuteAsync("DELETE FROM exchange_grant WHERE collection = @number", new { number }, cancel).ConfigureAwait(false);
            foreach (var grant in collection.Grants.Where(grant => grant.CanRead || grant.CanWrite))
            {
                await transaction.ExecuteAsync(
                    "INSERT INTO exchange_grant (collection, holder, can_read, can_write, purpose) VALUES (@number, @Holder, @CanRead, @CanWrite, @purpose)",
                    new { number, grant.Holder, grant.CanRead, grant.CanWrite, purpose = grant.Purpose.ToString() },
                    cancel).ConfigureAwait(false);
            }

            await ExchangeActs.CollectionAsync(transaction, collection, now, by, cancel).ConfigureAwait(false);
            return true;
        },
        cancel);

    /// <summary>Keeps a new partner.</summary>
    /// <returns>False when there is one of that name.</returns>
    public Task<bool> AddAsync(Partner partner, Actor by, CancellationToken cancel) => ChangeAsync(
        async transaction =>
        {
            if (await transaction.ExecuteAsync(
                """
                INSERT INTO exchange_partner (id, name_en, name_ja, state, secret_hash, secret_at, created_at, created_by)
                VALUES (@Id, @NameEn, @NameJa, @State, @SecretHash, @SecretAt, @CreatedAt, @CreatedBy) ON CONFLICT DO NOTHING
                """,
                partner,
                cancel).ConfigureAwait(false) == 0)
            {
                return false;
            }

            await ExchangeActs.PartnerAsync(transaction, "exchange.partner.added", partner, by, cancel).ConfigureAwait(false);
            return true;
        },
        cancel);

    /// <summary>Gives a partner another secret, or shuts it out.</summary>
    public Task<bool> ChangeAsync(Partner partner, Actor by, CancellationToken cancel) => ChangeAsync(
        async transaction =>
        {
            if (await transaction.ExecuteAsync("UPDATE exchange_partner SET secret_hash = @SecretHash, secret_at = @SecretAt, ended_at = @EndedAt WHERE id = @Id AND ended_at IS NULL", partner, cancel).ConfigureAwait(false) == 0) return false;
            await ExchangeActs.PartnerAsync(transaction, partner.EndedAt is null ? "exchange.partner.secret" : "exchange.partner.ended", partner, by, cancel).ConfigureAwait(false);
            return true;
        },
        cancel);

    private async Task<bool> ChangeAsync(Func<RecordTransaction, Task<bool>> change, CancellationToken cancel)
    {
        var done = await records.TransactAsync(change, cancel).ConfigureAwait(false);
        Interlocked.Increment(ref _changes);
        _book = null;
        return done;
    }

    private sealed class GrantRow
    {
        public int Collection { get; init; }

        public string Holder { get; init; } = "";

        public bool CanRead { get; init; }

        public bool CanWrite { get; init; }

        public string Purpose { get; init; } = "";

        public Grant ToGrant() => new(Holder, CanRead, CanWrite, Enum.TryParse<Purpose>(Purpose, out var known) ? known : Sharing.Purpose.Unstated);
    }

    private sealed class Row
    {
        public int Number { get; set; }

        public string Id { get; init; } = "";

        public string TitleEn { get; init; } = "";

        public string TitleJa { get; init; } = "";

        public string DescriptionEn { get; init; } = "";

        public string DescriptionJa { get; init; } = "";

        public string Ceiling { get; init; } = "";

        public string? Unmarked { get; init; }

        public string States { get; init; } = "";

        public bool FourEyes { get; init; }

        public bool AcceptsStatements { get; init; }

        public int Version { get; set; }

        public DateTimeOffset ChangedAt { get; init; }

        public string ChangedBy { get; init; } = "";

        public DateTimeOffset? ClosedAt { get; init; }

        public static Row Of(ExchangeCollection collection) => new()
        {
            Number = collection.Number,
            Id = collection.Id,
            TitleEn = collection.TitleEn,
            TitleJa = collection.TitleJa,
            DescriptionEn = collection.DescriptionEn,
            DescriptionJa = collection.DescriptionJa,
            Ceiling = collection.Ceiling.Label(),
            Unmarked = collection.Unmarked?.Label(),
            States = string.Join(' ', collection.States),
            FourEyes = collection.FourEyes,
            AcceptsStatements = collection.AcceptsStatements,
            Version = collection.Version,
            ChangedAt = collection.ChangedAt,
            ChangedBy = collection.ChangedBy,
            ClosedAt = collection.ClosedAt,
        };

        public ExchangeCollection ToCollection(IReadOnlyList<Grant> grants) => new()
        {
            Number = Number,
            Id = Id,
            TitleEn = TitleEn,
            TitleJa = TitleJa,
            DescriptionEn = DescriptionEn,
            DescriptionJa = DescriptionJa,
            Ceiling = Level(Ceiling),
            Unmarked = Unmarked is null ? null : Level(Unmarked),
            States = States.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            FourEyes = FourEyes,
            AcceptsStatements = AcceptsStatements,
            Version = Version,
            ChangedAt = ChangedAt,
            ChangedBy = ChangedBy,
            ClosedAt = ClosedAt,
            Grants = grants,
        };

        private static Tlp Level(string label) => TlpLabel.TryParse(label, out var level) ? level : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{label}' is no TLP level."));
    }
}
