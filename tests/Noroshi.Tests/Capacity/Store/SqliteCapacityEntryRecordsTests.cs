using Noroshi.Capacity;
using Noroshi.Storage;
using Noroshi.Tests.Shell.Entries;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Capacity.Store;

public sealed class SqliteCapacityEntryRecordsTests() : EntryRecordsCompliance("capacity", 'C', typeof(CapacityModule).Assembly)
{
    private readonly TemporaryFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<NodeOptions> OptionsAsync() => Task.FromResult(new NodeOptions { DataDirectory = _folder.Path, ReferenceData = "", Exercise = true });
}
