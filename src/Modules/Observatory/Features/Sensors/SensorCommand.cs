using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Kernel;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary><c>noroshi observe sensor add|list|token|retire</c>, for a node that is not serving.</summary>
internal static class SensorCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    internal static Command Create(CommandHost host) => new("sensor", "Lists, adds and retires sensors, and gives them upload tokens.")
    {
        List(host), Add(host), Token(host), Retire(host),
    };

    private static Command List(CommandHost host)
    {
        var verb = new Command("list", "Lists the sensors.");
        return Finish(verb, host, null, async (services, _, json, cancel) =>
        {
            var sensors = await services.GetRequiredService<SensorRecords>().ListAsync(null, cancel);
            if (json)
            {
                await host.Out.WriteLineAsync(JsonSerializer.Serialize(
                    new { sensors = sensors.Select(s => new { s.Name, s.Owner, s.Country, s.Kind, s.CreatedAt, s.LastSeenAt, s.RetiredAt, mayUpload = s.TokenHash is not null }) }, _json));
                return 0;
            }

            foreach (var s in sensors) await host.Out.WriteLineAsync(FormattableString.Invariant($"{s.Name,-24} {s.Kind,-10} {s.Country,-3} {s.Owner,-16} last data {s.LastSeenAt:yyyy-MM-dd HH:mm}{(s.IsRetired ? " retired" : "")}"));
            return 0;
        });
    }

    private static Command Add(CommandHost host)
    {
        var name = NameArgument();
        var country = new Option<string?>("--country") { Description = "Where it stands (default: the node's state).", HelpName = "CODE" };
        var kind = new Option<string>("--kind") { Description = "What it is.", HelpName = string.Join('|', SensorKinds.All), DefaultValueFactory = _ => SensorKinds.Other };
        var owner = new Option<string?>("--owner") { Description = "Id of the organisation it belongs to (default: the node's CSIRT, else its first organisation).", HelpName = "ID" };
        var verb = new Command("add", "Adds a sensor and prints its upload token, once.") { name, country, kind, owner };
        return Finish(verb, host, name, async (services, asked, json, cancel) =>
        {
            if (!SensorKinds.All.Contains(asked.GetRequiredValue(kind))) throw new RefusalException($"There is no such kind of sensor. Use one of: {string.Join(", ", SensorKinds.All)}.", RefusalException.Input);
            if (!CountryCode.TryParse(asked.GetValue(country) ?? services.GetRequiredService<NodeOptions>().State, out var place)) throw new RefusalException("--country is not a two-letter country code (ISO 3166-1 alpha-2).", RefusalException.Input);
            var token = SensorToken.Create();
            var whose = asked.GetValue(owner) ?? await services.GetRequiredService<DefaultOwner>().FindAsync(cancel);
            if (!await services.GetRequiredService<SensorRecords>().AddAsync(asked.GetRequiredValue(name), whose, place, asked.GetRequiredValue(kind), SensorToken.Hash(token), "command line", cancel))
                throw new RefusalException($"There is a sensor named '{asked.GetRequiredValue(name)}' already. Choose another name.", RefusalException.Input);
            return await WriteTokenAsync(host, asked.GetRequiredValue(name), token, json);
        });
    }

    private static Command Token(CommandHost host)
    {
        var name = NameArgument();
        var verb = new Command("token", "Gives a sensor a new upload token and prints it, once; the old one stops.") { name };
        return Finish(verb, host, name, async (services, asked, json, cancel) =>
        {
            var token = SensorToken.Create();
            if (!await services.GetRequiredService<SensorRecords>().ReplaceTokenAsync(asked.GetRequiredValue(name), SensorToken.Hash(token), cancel)) throw Unknown(asked.GetRequiredValue(name));
            return await WriteTokenAsync(host, asked.GetRequiredValue(name), token, json);
        });
    }

    private static Command Retire(CommandHost host)
    {
        var name = NameArgument();
        var verb = new Command("retire", "Ends a sensor's work: its token stops, what it saw stays.") { name };
        return Finish(verb, host, name, async (services, asked, json, cancel) =>
        {
            if (!await services.GetRequiredService<SensorRecords>().RetireAsync(asked.GetRequiredValue(name), cancel)) throw Unknown(asked.GetRequiredValue(name));
            await host.Out.WriteLineAsync(json ? JsonSerializer.Serialize(new { retired = asked.GetRequiredValue(name) }, _json) : $"{asked.GetRequiredValue(name)} is retired.");
            return 0;
        });
    }

    private static Argument<string> NameArgument() => new("name") { Description = "Name of the sensor: " + SensorName.Rule + "." };

    private static Command Finish(Command verb, CommandHost host, Argument<string>? name, Func<ServiceProvider, ParseResult, bool, CancellationToken, Task<int>> run)
    {
        var json = ObserveCommand.JsonOption();
        var folder = new FolderOptions();
        verb.Add(json);
        folder.AddTo(verb);
        verb.SetAction(async (asked, cancel) =>
        {
            if (name is not null && !SensorName.IsValid(asked.GetValue(name))) throw new RefusalException($"'{asked.GetValue(name)}' is not a name for a sensor. Use {SensorName.Rule}.", RefusalException.Input);
            await using var services = await host.Open(folder.Read(asked, host));
            return await run(services, asked, asked.GetValue(json), cancel);
        });
        return verb;
    }

    private static async Task<int> WriteTokenAsync(CommandHost host, string name, string token, bool json)
    {
        await host.Out.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { sensor = name, token }, _json)
            : $"Token of {name}, shown this once: {token}");
        return 0;
    }

    private static RefusalException Unknown(string name) => new($"There is no sensor '{name}' in use.", RefusalException.Input);
}
