using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Taxii;
using Noroshi.Shell;
using Noroshi.Shell.Audit;

namespace Noroshi.Exchange.Features;

/// <summary><c>noroshi taxii pull URL --collection ID --token … --data DIR --json</c>.</summary>
internal static class PullVerb
{
    internal const string Name = "exchange.taxii.pull";

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var pull = services.GetRequiredService<PullCollection>();
        var address = TaxiiAddress.Read(request.Text("url"), request.Text("collection"));
        try
        {
            var source = await pull.PrepareAsync(address, request.Text("token"), request.Optional("organisation") ?? "", Actor.System, cancel);
            return await pull.RunAsync(source, request.Text("token"), cancel);
        }
        catch (RemoteException failed)
        {
            return new PullOutcome("", 0, 0, 0, 0, failed.Message);
        }
    }

    internal static Command Create(CommandHost host)
    {
        var (url, collection, token) = (TaxiiCommand.Url(), TaxiiCommand.Collection(), TaxiiCommand.Token());
        var organisation = new Option<string?>("--organisation") { Description = "Organisation of this node that was given access; what is marked TLP:AMBER stays within it. Counts at the first pull.", HelpName = "ID" };
        return new Command("pull", "Fetch what is new in a collection of others; goes on where the last pull stopped.") { url, collection, token, organisation }.OverFolder(host, async (asked, folder, json, cancel) =>
        {
            var given = TaxiiCommand.Given(asked.GetValue(token));
            TaxiiAddress.Read(asked.GetRequiredValue(url), asked.GetRequiredValue(collection)); // Said before a store is opened.
            var outcome = await host.AskAsync<PullOutcome>(folder, Name, new { url = asked.GetRequiredValue(url), collection = asked.GetRequiredValue(collection), token = given, organisation = asked.GetValue(organisation) }, cancel);
            return TaxiiCommand.Say(host, outcome, json, "fetched");
        });
    }
}
