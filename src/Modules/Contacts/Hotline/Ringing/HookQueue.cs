using System.Threading.Channels;

namespace Noroshi.Contacts.Hotline;

/// <summary>Rings that wait to be told to the hook; the oldest give way when the hook is too slow.</summary>
internal sealed class HookQueue
{
    private readonly Channel<RingNotice> _waiting = Channel.CreateBounded<RingNotice>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

    internal void Add(RingNotice notice) => _waiting.Writer.TryWrite(notice);

    internal IAsyncEnumerable<RingNotice> ReadAsync(CancellationToken cancel) => _waiting.Reader.ReadAllAsync(cancel);
}
