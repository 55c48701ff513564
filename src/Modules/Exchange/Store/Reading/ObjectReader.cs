using System.Data.Common;
using Dapper;
using Noroshi.Storage;

namespace Noroshi.Exchange.Store;

/// <summary>Reads objects of collections in the order in which they were added, a page at a time from a place on.</summary>
/// <param name="records">The records.</param>
internal sealed class ObjectReader(RecordStore records)
{
    /// <summary>Objects that fit, with their bytes, as a stream; the caller stops when it has enough.</summary>
    /// <param name="collection">Number of the collection.</param>
    /// <param name="question">Which.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<KeptObject>> ReadAsync(int collection, ObjectQuestion question, int most, CancellationToken cancel)
    {
        var values = new DynamicParameters();
        var where = question.Where(values);
        await using var connection = await records.OpenAsync(cancel).ConfigureAwait(false);
        await using var command = connection.CreateCommand();
        // A row of the order finds its bytes by number: three steps in trees, however many objects there are.
        command.CommandText = $"SELECT m.added, m.id, m.version, o.shown, m.spec, m.origin, o.origin, m.addressed, m.place, o.content FROM exchange_member m JOIN exchange_object o ON o.place = m.place WHERE {where} ORDER BY {question.Order}{(question.NewestFirst ? " DESC" : "")} LIMIT @most";
        Add(command, "collection", collection);
        Add(command, "after", question.After);
        Add(command, "most", most);
        foreach (var name in values.ParameterNames) Add(command, name, values.Get<object>(name));
        List<KeptObject> found = new(Math.Min(most, 1024));
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            found.Add(new KeptObject
            {
                Added = reader.GetInt64(0),
                Id = reader.GetString(1),
                Version = reader.GetString(2),
                Shown = reader.GetString(3),
                Spec = reader.GetString(4),
                Origin = (Origin)reader.GetInt32(5),
                FirstOrigin = (Origin)reader.GetInt32(6),
                Addressed = reader.GetString(7),
                Place = reader.GetInt64(8),
                Content = reader.GetFieldValue<byte[]>(9),
            });
        }

        return found;
    }

    /// <summary>Who sent each row to the collection, by the time of addition.</summary>
    public async Task<IReadOnlyDictionary<long, string>> SendersAsync(int collection, string id, CancellationToken cancel) =>
        (await records.QueryAsync<SenderRow>(
            "SELECT m.added, b.sender FROM exchange_member m JOIN exchange_batch b ON b.id = m.batch WHERE m.collection = @collection AND m.id = @id", new { collection, id }, cancel).ConfigureAwait(false))
        .ToDictionary(row => row.Added, row => row.Sender);

    /// <summary>Every marking-definition that is kept, in any collection.</summary>
    public Task<IReadOnlyList<byte[]>> MarkingsAsync(int most, CancellationToken cancel) =>
        records.QueryAsync<byte[]>("SELECT o.content FROM exchange_label l JOIN exchange_object o ON o.place = l.place WHERE l.type = 'marking-definition' ORDER BY l.place DESC LIMIT @most", new { most }, cancel);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private sealed class SenderRow
    {
        public long Added { get; init; }

        public string Sender { get; init; } = "";
    }
}
