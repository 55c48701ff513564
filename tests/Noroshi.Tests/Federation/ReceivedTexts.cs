using Noroshi.Federation;
using Noroshi.Storage;

namespace Noroshi.Tests.Federation;

/// <summary>Keeps the texts of messages in a table, in the transaction that applies them; refuses what says so.</summary>
internal sealed class ReceivedTexts : IMessageReceiver
{
    public IReadOnlyCollection<string> Types { get; } = ["hotline.message"];

    /// <summary>Thrown instead of applying, while set.</summary>
    public Exception? Fault { get; set; }

    public async Task ReceiveAsync(RecordTransaction transaction, ReceivedMessage message, CancellationToken cancel)
    {
        var place = transaction.Dialect == RecordDialect.Postgres ? "BIGSERIAL" : "INTEGER";
        await transaction.ExecuteAsync($"CREATE TABLE IF NOT EXISTS received_text (place {place} PRIMARY KEY, conversation TEXT NOT NULL, sequence BIGINT NOT NULL, text TEXT NOT NULL)", null, cancel);
        var text = message.Data.GetProperty("text").GetString()!;
        await transaction.ExecuteAsync("INSERT INTO received_text (conversation, sequence, text) VALUES (@Conversation, @Sequence, @text)", new { message.Conversation, message.Sequence, text }, cancel);
        if (Fault is { } fault) throw fault;
        if (text.StartsWith("poison", StringComparison.Ordinal)) throw new PoisonedMessageException("the text is poison");
        if (text.StartsWith("bug", StringComparison.Ordinal)) throw new InvalidOperationException("a fault of ours");
    }

    public static async Task<IReadOnlyList<string>> OfAsync(PairedNode node, string? conversation = null)
    {
        var tables = node.Records.Dialect == RecordDialect.Postgres ? "SELECT tablename AS name FROM pg_tables" : "SELECT name FROM sqlite_master";
        var there = await node.Records.FirstAsync<long>($"SELECT COUNT(*) FROM ({tables}) AS known WHERE name = 'received_text'", null, default);
        return there == 0 ? [] : await node.Records.QueryAsync<string>(
            "SELECT text FROM received_text WHERE @conversation IS NULL OR conversation = @conversation ORDER BY place", new { conversation }, default);
    }
}
