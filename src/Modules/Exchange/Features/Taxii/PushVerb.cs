using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Exchange.Store;
using Noroshi.Exchange.Taxii;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Exchange.Features;

/// <summary><c>noroshi taxii push URL --collection ID --token … --data DIR --json</c>.</summary>
internal static class PushVerb
{
    internal const string Name = "exchange.taxii.push";

    internal static async Task<object> RunAsync(IServiceProvider services, JsonElement request, CancellationToken cancel)
    {
        var address = TaxiiAddress.Read(request.Text("url"), request.Text("collection"));
        var book = await services.GetRequiredService<ExchangeDirectory>().BookAsync(cancel);
        var from = request.Optional("from") is { Length: > 0 } named ? named : address.Collection;
        var collection = book.Collection(from) ?? throw new RefusalException($"There is no open collection '{from}' here to send from. Name one with --from; the page /exchange lists them.", RefusalException.Input);
        return await services.GetRequiredService<PushCollection>().RunAsync(address, request.Text("token"), collection, PartnerOf(book, collection, request.Optional("to")), cancel);
    }

    internal static Command Create(CommandHost host)
    {
        var (url, collection, token) = (TaxiiCommand.Url(), TaxiiCommand.Collection(), TaxiiCommand.Token());
        var from = new Option<string?>("--from") { Description = "Identifier of the collection here (default: the same as there).", HelpName = "ID" };
        var to = new Option<string?>("--to") { Description = "The partner whose server it is; the release rules decide for it (default: the only partner that may read the collection).", HelpName = "PARTNER" };
        return new Command("push", "Send what a partner may have of a collection to its server; goes on where the last push stopped.") { url, collection, token, from, to }.OverFolder(host, async (asked, folder, json, cancel) =>
        {
            var given = TaxiiCommand.Given(asked.GetValue(token));
            TaxiiAddress.Read(asked.GetRequiredValue(url), asked.GetRequiredValue(collection)); // Said before a store is opened.
            var outcome = await host.AskAsync<PullOutcome>(
                folder, Name, new { url = asked.GetRequiredValue(url), collection = asked.GetRequiredValue(collection), token = given, from = asked.GetValue(from), to = asked.GetValue(to) }, cancel);
            return TaxiiCommand.Say(host, outcome, json, "sent");
        });
    }

    private static Partner PartnerOf(ExchangeBook book, ExchangeCollection collection, string? named)
    {
        if (named is { Length: > 0 })
            return book.Partner(named) is { EndedAt: null } known ? known : throw new RefusalException($"There is no partner '{named}'. The page /exchange/partners lists them.", RefusalException.Input);
        var readers = book.Partners.Where(partner => book.GrantOf(collection, Grant.Partner(partner.Id)) is { CanRead: true }).ToList();
        return readers.Count == 1 ? readers[0] : throw new RefusalException($"{readers.Count} partners may read this collection; say with --to whose server it is, so that the release rules can decide.", RefusalException.Input);
    }
}
