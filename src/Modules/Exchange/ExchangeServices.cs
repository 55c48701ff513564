using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Contracts;
using Noroshi.Exchange.Features;
using Noroshi.Exchange.Sharing;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Exchange.Ui;

namespace Noroshi.Exchange;

/// <summary>The services of the room, one line a feature.</summary>
internal static class ExchangeServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<ObjectRecords>();
        services.AddSingleton<ObjectReader>();
        services.AddSingleton<MarkingShelf>();
        services.AddSingleton<BatchRecords>();
        services.AddSingleton<ExchangeDirectory>();
        services.AddSingleton<DepartureRecords>();
        services.AddSingleton<IDepartureBook>(provider => provider.GetRequiredService<DepartureRecords>());
        services.AddSingleton<ExitGuard>();
        services.AddSingleton<WayOut>();
        services.AddSingleton<PartnerSecrets>();
        services.AddSingleton<TaxiiSignIn>();
        services.AddSingleton<NextToken>();
        services.AddSingleton<IntakeBell>();
        services.AddHostedService<Intake>();
        services.AddHttpClient(TaxiiClient.Name, client => client.Timeout = TimeSpan.FromMinutes(2))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddSingleton<TaxiiClient>();
        services.AddSingleton<SourceRecords>();
        services.AddSingleton<PullCollection>();
        services.AddSingleton<PushCollection>();
        services.AddHostedService<PullJob>();
        services.AddSingleton<ReadObjects>();
        services.AddSingleton<KeepPartners>();
        services.AddSingleton<ExchangeLabels>();
        services.AddSingleton<IPaletteSource, ExchangePalette>();
    }
}
