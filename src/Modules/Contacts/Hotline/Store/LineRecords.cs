using Noroshi.Storage;

namespace Noroshi.Contacts.Hotline;

/// <summary>When each line was tested and last alive.</summary>
internal sealed class LineRecords(RecordStore store)
{
    internal Task<IReadOnlyList<LineState>> ListAsync(CancellationToken cancel) =>
        store.QueryAsync<LineState>("SELECT peer, test, sent_at, answered_at, heard_at FROM hotline_line ORDER BY peer", null, cancel);

    internal static async Task SentAsync(RecordTransaction transaction, string peer, string test, DateTimeOffset at, CancellationToken cancel)
    {
        await EnsureAsync(transaction, peer, cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync("UPDATE hotline_line SET test = @test, sent_at = @at WHERE peer = @peer", new { peer, test, at }, cancel).ConfigureAwait(false);
    }

    /// <summary>False when the answer is to no test that waits.</summary>
    internal static async Task<bool> AnsweredAsync(RecordTransaction transaction, string peer, string test, DateTimeOffset at, CancellationToken cancel) =>
        await transaction.ExecuteAsync("UPDATE hotline_line SET answered_at = @at, heard_at = @at, test = NULL WHERE peer = @peer AND test = @test", new { peer, test, at }, cancel).ConfigureAwait(false) == 1;

    internal static async Task HeardAsync(RecordTransaction transaction, string peer, DateTimeOffset at, CancellationToken cancel)
    {
        await EnsureAsync(transaction, peer, cancel).ConfigureAwait(false);
        await transaction.ExecuteAsync("UPDATE hotline_line SET heard_at = @at WHERE peer = @peer", new { peer, at }, cancel).ConfigureAwait(false);
    }

    private static Task<int> EnsureAsync(RecordTransaction transaction, string peer, CancellationToken cancel) =>
        transaction.ExecuteAsync("INSERT INTO hotline_line (peer) VALUES (@peer) ON CONFLICT (peer) DO NOTHING", new { peer }, cancel);
}
