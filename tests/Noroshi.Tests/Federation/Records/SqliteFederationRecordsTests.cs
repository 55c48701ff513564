namespace Noroshi.Tests.Federation.Records;

public sealed class SqliteFederationRecordsTests : FederationRecordsCompliance
{
    protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
}
