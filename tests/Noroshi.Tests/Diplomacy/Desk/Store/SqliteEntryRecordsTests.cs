using Noroshi.Diplomacy;
using Noroshi.Storage;
using Noroshi.Tests.Shell.Entries;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Diplomacy.Desk.Store;

public sealed class SqliteEntryRecordsTests() : EntryRecordsCompliance("diplomacy", 'E', typeof(DiplomacyModule).Assembly)
{
    private readonly TemporaryFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<NodeOptions> OptionsAsync() => Task.FromResult(new NodeOptions { DataDirectory = _folder.Path, ReferenceData = "", Exercise = true });
}
