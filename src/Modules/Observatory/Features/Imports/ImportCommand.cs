using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Noroshi.Kernel;
using Noroshi.Observatory.Enrichment;
using Noroshi.Observatory.Reading;
using Noroshi.Shell;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary><c>noroshi observe import F… --sensor NAME</c>: reads files into the store of a node that is not serving.</summary>
internal static class ImportCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Asked(string[] Files, string Sensor, string? Format, string? Mapping, string? Plan, string? Overlay, bool Json, string? Country, string Kind);

    private sealed record Count(string Reason, long Total);

    internal static Command Create(CommandHost host)
    {
        var files = new Argument<string[]>("files") { Description = "Captures and logs to import: pcap, pcapng, Suricata EVE, Zeek conn.log, CSV, and .gz of each.", Arity = ArgumentArity.OneOrMore };
        var sensor = new Option<string>("--sensor") { Description = "The sensor they come from; added when missing.", HelpName = "NAME", Required = true };
        var format = new Option<string?>("--format") { Description = "Format, where it is not to be detected.", HelpName = string.Join('|', InputFormats.All) };
        var mapping = new Option<string?>("--mapping") { Description = "What the columns of CSV files mean, as JSON.", HelpName = "FILE" };
        var plan = new Option<string?>("--plan") { Description = "Address plan to use instead of the node's.", HelpName = "FILE" };
        var overlay = new Option<string?>("--overlay") { Description = "EXERCISE overlay that gives reserved ranges to states.", HelpName = "FILE" };
        var country = new Option<string?>("--sensor-country") { Description = "Where a sensor stands that is added (default: the node's state).", HelpName = "CODE" };
        var kind = new Option<string>("--sensor-kind") { Description = "What a sensor is that is added.", HelpName = string.Join('|', SensorKinds.All), DefaultValueFactory = _ => SensorKinds.Other };
        var json = ObserveCommand.JsonOption();
        var folder = new FolderOptions();
        var verb = new Command("import", "Imports captures and logs: each file wholly or not at all, and never twice.") { files, sensor, format, mapping, plan, overlay, country, kind, json };
        folder.AddTo(verb);
        verb.SetAction((asked, cancel) => RunAsync(
            host,
            folder.Read(asked, host),
            new Asked(
                asked.GetRequiredValue(files),
                asked.GetRequiredValue(sensor),
                asked.GetValue(format),
                asked.GetValue(mapping),
                asked.GetValue(plan),
                asked.GetValue(overlay),
                asked.GetValue(json),
                asked.GetValue(country),
                asked.GetRequiredValue(kind)),
            cancel));
        return verb;
    }

    private static async Task<int> RunAsync(CommandHost host, NodeOptions options, Asked asked, CancellationToken cancel)
    {
        Check(asked);
        await using var services = await OpenAsync(host, options);
        var started = Stopwatch.GetTimestamp();
        var sensor = await SensorAsync(host, services, options, asked, cancel);
        var enricher = Enricher(services, options, asked, sensor.Place);
        var mapping = asked.Mapping is null ? null : Refusing(() => MappingFile.Load(asked.Mapping));
        if (!enricher.Geography.Info.HasData)
            await host.Error.WriteLineAsync("noroshi: there is no country and network data; countries and networks stay unknown.");

        var reports = new List<ImportReport>();
        var failures = 0;
        foreach (var path in asked.Files)
        {
            var file = new FileToImport(path, Path.GetFileName(path), sensor.Name, enricher) { Format = asked.Format, Mapping = mapping };
            var report = await OneAsync(host, services, file, cancel);
            if (report is null) failures++;
            else reports.Add(report);
        }

        await services.GetRequiredService<SensorRecords>().SeenAsync(sensor.Name, cancel);
        await WriteAsync(host, asked.Json, reports, Stopwatch.GetElapsedTime(started).TotalSeconds);
        return failures > 0 ? RefusalException.Input : 0;
    }

    private static async Task<ServiceProvider> OpenAsync(CommandHost host, NodeOptions options)
    {
        try
        {
            return await host.Open(options);
        }
        catch (RefusalException refusal) when (refusal.InnerException is IOException && Directory.Exists(options.DataDirectory))
        {
            throw new RefusalException(
                $"{refusal.Message} If a node is serving this folder, upload the file to it instead: "
                + "curl -H 'Authorization: Bearer <sensor token>' --data-binary @FILE 'http://127.0.0.1:5080/api/v1/observatory/imports?name=FILE'.",
                refusal.ExitCode,
                refusal);
        }
    }

    private static void Check(Asked asked)
    {
        if (!SensorName.IsValid(asked.Sensor)) throw new RefusalException($"'{asked.Sensor}' is not a name for a sensor. Use {SensorName.Rule}.", RefusalException.Input);
        if (!SensorKinds.All.Contains(asked.Kind)) throw new RefusalException($"There is no kind of sensor '{asked.Kind}'. Use one of: {string.Join(", ", SensorKinds.All)}.", RefusalException.Input);
        if (asked.Format is not null && !InputFormats.All.Contains(asked.Format)) throw new RefusalException($"There is no format '{asked.Format}'. Use one of: {string.Join(", ", InputFormats.All)}.", RefusalException.Input);
        if (asked.Country is not null && !CountryCode.TryParse(asked.Country, out _)) throw new RefusalException($"'{asked.Country}' is not a two-letter country code (ISO 3166-1 alpha-2).", RefusalException.Input);
        foreach (var file in asked.Files)
        {
            if (file == "-") throw new RefusalException("An import needs a file that can be read twice; standard input cannot. Save it to a file first.", RefusalException.Input);
            if (!File.Exists(file)) throw new RefusalException($"There is no file '{file}'.", RefusalException.Input);
        }
    }

    private static async Task<Sensor> SensorAsync(CommandHost host, ServiceProvider services, NodeOptions options, Asked asked, CancellationToken cancel)
    {
        var sensors = services.GetRequiredService<SensorRecords>();
        if (await sensors.FindAsync(asked.Sensor, cancel) is { } known)
            return known.IsRetired ? throw new RefusalException($"The sensor '{asked.Sensor}' is retired and takes no more data. Use another name.", RefusalException.Input) : known;
        var owner = await services.GetRequiredService<DefaultOwner>().FindAsync(cancel);
        var country = CountryCode.TryParse(asked.Country ?? options.State, out var code) ? code : CountryCode.Unknown;
        await sensors.AddAsync(asked.Sensor, owner, country, asked.Kind, null, "command line", cancel);
        await host.Error.WriteLineAsync($"noroshi: sensor '{asked.Sensor}' added ({asked.Kind}, {country}, owner: {(owner == DefaultOwner.None ? "the organisation that the set-up makes" : owner)}).");
        return await sensors.FindAsync(asked.Sensor, cancel) ?? throw new InvalidOperationException("The sensor was added but cannot be found.");
    }

    private static Enricher Enricher(ServiceProvider services, NodeOptions options, Asked asked, CountryCode place)
    {
        if (asked.Plan is null && asked.Overlay is null) return Refusing(() => services.GetRequiredService<CurrentEnrichment>().For(place));
        var files = EnrichmentFiles.In(options.DataDirectory);
        files = files with { AddressPlan = asked.Plan ?? files.AddressPlan, Overlay = asked.Overlay ?? files.Overlay };
        return Refusing(() => files.Open(place));
    }

    private static async Task<ImportReport?> OneAsync(CommandHost host, ServiceProvider services, FileToImport file, CancellationToken cancel)
    {
        var jobs = services.GetRequiredService<ImportJobs>();
        var clock = services.GetRequiredService<TimeProvider>();
        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"),
            Sensor = file.Sensor,
            FileName = file.Name,
            SubmittedBy = ImportJob.FromCommandLine,
            SubmittedName = "command line",
            SizeBytes = new FileInfo(file.Path).Length,
        };
        try
        {
            var report = await services.GetRequiredService<FileImport>().RunAsync(file, null, cancel);
            await jobs.AddOverAsync(job, report, cancel);
            return report;
        }
        catch (Exception failure) when (failure is UnreadableInputException or EnrichmentFileException)
        {
            await host.Error.WriteLineAsync($"noroshi: {file.Path}: {failure.Message} Nothing of it was kept.");
            await jobs.AddFailedAsync(job, failure.Message, cancel);
            return null;
        }
    }

    private static async Task WriteAsync(CommandHost host, bool json, List<ImportReport> reports, double seconds)
    {
        var imported = reports.Sum(report => report.Imported);
        var duplicates = reports.Sum(report => report.Duplicates);
        var rejected = reports.SelectMany(report => report.Rejected).GroupBy(r => r.Reason, StringComparer.Ordinal)
            .Select(group => new Count(group.Key, group.Sum(r => r.Count))).OrderByDescending(count => count.Total).ToList();
        if (json)
        {
            var answer = new { imported, duplicates, rejected = rejected.Select(r => new { reason = r.Reason, count = r.Total }), seconds = Math.Round(seconds, 3) };
            await host.Out.WriteLineAsync(JsonSerializer.Serialize(answer, _json));
            return;
        }

        await host.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{imported:N0} events imported, {duplicates:N0} were here already, {seconds:0.0} s."));
        foreach (var reason in rejected) await host.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{reason.Total,12:N0} refused: {reason.Reason}"));
        foreach (var (kind, count) in reports.SelectMany(r => r.Skipped).GroupBy(p => p.Key).Select(g => (g.Key, g.Sum(p => p.Value))))
            await host.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count,12:N0} not read: {kind}"));
    }

    private static T Refusing<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception bad) when (bad is EnrichmentFileException or UnreadableInputException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException(bad.Message, RefusalException.Input, bad);
        }
    }
}
