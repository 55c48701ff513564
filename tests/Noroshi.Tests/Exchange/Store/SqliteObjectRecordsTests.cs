using Noroshi.Storage;
using Noroshi.Tests.Storage;

namespace Noroshi.Tests.Exchange.Store;

public sealed class SqliteObjectRecordsTests : ObjectRecordsCompliance
{
    private readonly TemporaryFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<NodeOptions> OptionsAsync() => Task.FromResult(new NodeOptions { DataDirectory = _folder.Path, ReferenceData = "" });
}
