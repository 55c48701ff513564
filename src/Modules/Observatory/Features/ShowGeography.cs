using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Noroshi.Observatory.Enrichment;
using Noroshi.Shell;

namespace Noroshi.Observatory.Features;

/// <summary><c>noroshi observe geography</c>: which country and network data is in use, of what date, under which licence.</summary>
internal static class ShowGeography
{
    internal static Command Create(CommandHost host)
    {
        var data = ObserveCommand.DataOption();
        var json = ObserveCommand.JsonOption();
        var verb = new Command("geography", "Say which country and network data is used, its date, licence and attribution.") { data, json };
        verb.SetAction((asked, _) => RunAsync(host, asked.GetRequiredValue(data), asked.GetValue(json)));
        return verb;
    }

    private static async Task<int> RunAsync(CommandHost host, string folder, bool json)
    {
        var info = Geography.Load(EnrichmentFiles.In(folder)).Info;
        if (json)
        {
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(new
            {
                version = info.Version,
                exercise = info.Exercise,
                sources = info.Sources.Select(set => new
                {
                    name = set.Name,
                    tells = set.Tells,
                    version = set.Version,
                    as_of = set.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    licence = set.Licence,
                    attribution = set.Attribution,
                    confidence = set.Confidence.ToString(),
                }),
            }));
            return 0;
        }

        if (!info.HasData) await host.Out.WriteLineAsync("There is no country and network data: every origin will be unknown. Restore the packages, or put country.mmdb and asn.mmdb into geo/ below the data folder.");
        foreach (var set in info.Sources)
        {
            await host.Out.WriteLineAsync($"{set.Tells}: {set.Name} {set.Version}, of {set.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown date"}, confidence {set.Confidence}");
            await host.Out.WriteLineAsync($"  licence: {set.Licence}");
            if (set.Attribution.Length > 0) await host.Out.WriteLineAsync($"  attribution: {set.Attribution}");
        }

        if (info.Exercise) await host.Out.WriteLineAsync($"EXERCISE: reserved ranges are given to states by an overlay ({info.Version}).");
        return 0;
    }
}
