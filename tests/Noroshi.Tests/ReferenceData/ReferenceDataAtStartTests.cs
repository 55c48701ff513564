using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Noroshi.Contracts;
using Noroshi.Kernel;
using Noroshi.Shell.ReferenceData;
using Noroshi.Storage;

namespace Noroshi.Tests.ReferenceData;

public sealed class ReferenceDataAtStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("noroshi-facts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Start_WhenReferenceDataIsNotClean_IsRefusedWithTheFinding()
    {
        ReferenceFolderOfTheTree.CopyTo(_folder);
        File.AppendAllText(Path.Combine(_folder, "states", "organisations.csv"), "ZZZ,Example,例,club,,,example,2026-11,C\n");
        using var host = HostOver(_folder);
        var refusal = await Should.ThrowAsync<RefusalException>(() => host.StartAsync(TestContext.Current.CancellationToken));
        refusal.Message.ShouldContain("states/organisations.csv, row 25, column 'kind'");
    }

    [Fact]
    public async Task Start_WhenThereIsNoReferenceData_GoesOnAndShowsCodes()
    {
        using var host = HostOver(Path.Combine(_folder, "nowhere"));
        await host.StartAsync(TestContext.Current.CancellationToken);
        host.Services.GetRequiredService<IStateNames>().NameOf(CountryCode.Parse("JP"), System.Globalization.CultureInfo.GetCultureInfo("ja")).ShouldBe("JP");
    }

    private static IHost HostOver(string referenceData)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddLocalization();
        builder.Services.AddSingleton(new NodeOptions { DataDirectory = Path.GetTempPath(), ReferenceData = referenceData });
        builder.Services.AddReferenceData();
        return builder.Build();
    }
}
