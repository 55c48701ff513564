using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>Conversations, messages, files and receipts. Writing happens in the transaction of whoever writes.</summary>
internal sealed class ConversationRecords(RecordStore store)
{
    private const string ConversationColumns =
        """
        c.id, c.peer, c.state, c.subject, c.opened_at, c.opened_here, c.last_at, c.own_number, c.peer_number, c.closed_at, c.closed_here,
        (SELECT COUNT(*) FROM hotline_message m JOIN hotline_ring r ON r.message = m.id WHERE m.conversation = c.id AND r.stopped_at IS NULL) AS waiting
        """;

    private const string MessageColumns =
        """
        id, conversation, outgoing, number, kind, urgency, marking, subject, text_ja, text_en, attributes, function_ja, function_en, organisation_ja, organisation_en,
        said_at, recorded_at, digest, statement, proof, author
        """;

    private const string ReceiptColumns = "message, kind, outgoing, at, recorded_at, function_ja, function_en, organisation_ja, organisation_en, author, proof";

    /// <summary>The latest first, waiting ones before all.</summary>
    internal Task<IReadOnlyList<Conversation>> ListAsync(ConversationFilter filter, CancellationToken cancel) => store.QueryAsync<Conversation>(
        $"SELECT * FROM (SELECT {ConversationColumns} FROM hotline_conversation c {filter.Where}) AS found ORDER BY CASE WHEN waiting > 0 THEN 0 ELSE 1 END, last_at DESC LIMIT @Count", filter, cancel);

    internal Task<Conversation?> FindAsync(string id, CancellationToken cancel) =>
        store.FirstAsync<Conversation>($"SELECT {ConversationColumns} FROM hotline_conversation c WHERE c.id = @id", new { id }, cancel);

    internal static Task<Conversation?> FindAsync(RecordTransaction transaction, string id, CancellationToken cancel) =>
        transaction.FirstAsync<Conversation>($"SELECT {ConversationColumns} FROM hotline_conversation c WHERE c.id = @id", new { id }, cancel);

    /// <summary>In the order in which they were kept here.</summary>
    internal Task<IReadOnlyList<SaidMessage>> MessagesAsync(string conversation, CancellationToken cancel) =>
        store.QueryAsync<SaidMessage>($"SELECT {MessageColumns} FROM hotline_message WHERE conversation = @conversation ORDER BY recorded_at, outgoing, number", new { conversation }, cancel);

    /// <summary>The last message of each of the conversations.</summary>
    internal Task<IReadOnlyList<SaidMessage>> LatestAsync(IReadOnlyCollection<string> conversations, CancellationToken cancel) => store.QueryAsync<SaidMessage>(
        $"""
        SELECT {MessageColumns} FROM hotline_message m WHERE {store.OneOf("conversation", "@conversations")}
        AND NOT EXISTS (SELECT 1 FROM hotline_message o WHERE o.conversation = m.conversation AND (o.recorded_at > m.recorded_at OR (o.recorded_at = m.recorded_at AND o.id > m.id)))
        """,
        new { conversations = conversations.ToArray() },
        cancel);

    internal Task<SaidMessage?> MessageAsync(string id, CancellationToken cancel) =>
        store.FirstAsync<SaidMessage>($"SELECT {MessageColumns} FROM hotline_message WHERE id = @id", new { id }, cancel);

    internal static Task<SaidMessage?> MessageAsync(RecordTransaction transaction, string id, CancellationToken cancel) =>
        transaction.FirstAsync<SaidMessage>($"SELECT {MessageColumns} FROM hotline_message WHERE id = @id", new { id }, cancel);

    internal static Task<SaidMessage?> ByFormAsync(RecordTransaction transaction, string formKey, CancellationToken cancel) =>
        transaction.FirstAsync<SaidMessage>($"SELECT {MessageColumns} FROM hotline_message WHERE form_key = @formKey", new { formKey }, cancel);

    internal Task<IReadOnlyList<KeptReceipt>> ReceiptsAsync(string conversation, CancellationToken cancel) => store.QueryAsync<KeptReceipt>(
        $"SELECT {ReceiptColumns} FROM hotline_receipt WHERE message IN (SELECT id FROM hotline_message WHERE conversation = @conversation) ORDER BY at, kind", new { conversation }, cancel);

    internal static async Task<IReadOnlyList<string>> ReceiptKindsAsync(RecordTransaction transaction, string message, CancellationToken cancel) =>
        await transaction.QueryAsync<string>("SELECT kind FROM hotline_receipt WHERE message = @message", new { message }, cancel).ConfigureAwait(false);

    /// <summary>Files of a conversation, without their content.</summary>
    internal Task<IReadOnlyList<KeptFile>> FilesAsync(string conversation, CancellationToken cancel) => store.QueryAsync<KeptFile>(
        "SELECT message, position, name, type, size, sha256 FROM hotline_file WHERE message IN (SELECT id FROM hotline_message WHERE conversation = @conversation) ORDER BY message, position", new { conversation }, cancel);

    internal Task<KeptFile?> FileAsync(string message, int position, CancellationToken cancel) =>
        store.FirstAsync<KeptFile>("SELECT message, position, name, type, size, sha256, content FROM hotline_file WHERE message = @message AND position = @position", new { message, position }, cancel);

    internal static Task OpenAsync(RecordTransaction transaction, Conversation conversation, CancellationToken cancel) => transaction.ExecuteAsync(
        """
        INSERT INTO hotline_conversation (id, peer, state, subject, opened_at, opened_here, last_at, own_number, peer_number)
        VALUES (@Id, @Peer, @State, @Subject, @OpenedAt, @OpenedHere, @LastAt, 0, 0)
        """,
        conversation,
        cancel);

    /// <summary>Takes the next own number; who writes to the conversation at the same time waits.</summary>
    internal static Task<long> NextNumberAsync(RecordTransaction transaction, string conversation, CancellationToken cancel) =>
        transaction.FirstAsync<long>("UPDATE hotline_conversation SET own_number = own_number + 1 WHERE id = @conversation RETURNING own_number", new { conversation }, cancel);

    internal static async Task KeepAsync(RecordTransaction transaction, SaidMessage message, IReadOnlyList<AttachedFile> files, CancellationToken cancel)
    {
        await transaction.ExecuteAsync(
            $"""
            INSERT INTO hotline_message ({MessageColumns}, form_key)
            VALUES (@Id, @Conversation, @Outgoing, @Number, @Kind, @Urgency, @Marking, @Subject, @TextJa, @TextEn, @Attributes, @FunctionJa, @FunctionEn, @OrganisationJa, @OrganisationEn,
                @SaidAt, @RecordedAt, @Digest, @Statement, @Proof, @Author, @FormKey)
            """,
            message,
            cancel).ConfigureAwait(false);
        for (var at = 0; at < files.Count; at++)
        {
            await transaction.ExecuteAsync(
                "INSERT INTO hotline_file (message, position, name, type, size, sha256, content) VALUES (@Message, @Position, @Name, @Type, @Size, @Sha256, @Content)",
                new KeptFile { Message = message.Id, Position = at + 1, Name = files[at].Name, Type = files[at].Type, Size = files[at].Size, Sha256 = files[at].Sha256, Content = Convert.ToBase64String(files[at].Content.Span) },
                cancel).ConfigureAwait(false);
        }

        await transaction.ExecuteAsync(
            message.Outgoing
                ? "UPDATE hotline_conversation SET last_at = @RecordedAt WHERE id = @Conversation"
                : "UPDATE hotline_conversation SET last_at = @RecordedAt, peer_number = CASE WHEN peer_number < @Number THEN @Number ELSE peer_number END WHERE id = @Conversation",
            message,
            cancel).ConfigureAwait(false);
        // The first closing counts; what is said after it opens the conversation again.
        await transaction.ExecuteAsync(
            message.Class == MessageClass.Closing
                ? "UPDATE hotline_conversation SET closed_at = @RecordedAt, closed_here = @Outgoing WHERE id = @Conversation AND closed_at IS NULL"
                : "UPDATE hotline_conversation SET closed_at = NULL, closed_here = NULL WHERE id = @Conversation",
            message,
            cancel).ConfigureAwait(false);
    }

    internal static Task KeepAsync(RecordTransaction transaction, KeptReceipt receipt, CancellationToken cancel) => transaction.ExecuteAsync(
        $"""
        INSERT INTO hotline_receipt ({ReceiptColumns})
        VALUES (@Message, @Kind, @Outgoing, @At, @RecordedAt, @FunctionJa, @FunctionEn, @OrganisationJa, @OrganisationEn, @Author, @Proof)
        """,
        receipt,
        cancel);
}
