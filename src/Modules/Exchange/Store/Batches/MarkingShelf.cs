using System.Text.Json;
using Noroshi.Exchange.Sharing;

namespace Noroshi.Exchange.Store;

/// <summary>Keeps the marking-definitions of the store at hand; read again when one came in.</summary>
internal sealed class MarkingShelf
{
    private const int Most = 20_000;
    private readonly ObjectReader _reader;
    private volatile MarkingBook? _book;
    private int _changes;

    public MarkingShelf(ObjectReader reader, ObjectRecords objects)
    {
        _reader = reader;
        objects.MarkingsChanged += () =>
        {
            Interlocked.Increment(ref _changes);
            _book = null;
        };
    }

    /// <summary>What every known identifier asks.</summary>
    public async ValueTask<MarkingBook> BookAsync(CancellationToken cancel)
    {
        if (_book is { } book) return book;
        var before = Volatile.Read(ref _changes);
        var definitions = await _reader.MarkingsAsync(Most, cancel).ConfigureAwait(false);
        var read = MarkingBook.Of(definitions.Select(content => JsonElement.Parse(content)));
        // Another may have come in while these were read: then the next question reads again.
        if (before == Volatile.Read(ref _changes)) _book = read;
        return read;
    }
}
