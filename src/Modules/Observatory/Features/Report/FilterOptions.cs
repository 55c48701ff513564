using System.CommandLine;
using System.Globalization;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Store;
using Noroshi.Storage;

namespace Noroshi.Observatory.Features;

/// <summary>The filter of a view as options of a verb; the same for reports and exports.</summary>
internal sealed class FilterOptions
{
    /// <summary>Days shown when no period is given.</summary>
    internal const int DefaultDays = 14;

    private readonly Option<string?> _from = new("--from") { Description = "Start, inclusive, UTC: 2026-03-01 or 2026-03-01T09:30Z. Without it: 14 days before the end.", HelpName = "TIME" };
    private readonly Option<string?> _to = new("--to") { Description = "End, exclusive, UTC. Without it: the end of the last day held.", HelpName = "TIME" };
    private readonly Option<CountingUnit> _unit = new("--unit") { Description = "What is counted: packet, flow, alert or report. Units are never added together." };
    private readonly Option<bool> _research = new("--include-research") { Description = "Count research scanners too." };
    private readonly Option<string?> _country = new("--country") { Description = "Country of the source, two letters.", HelpName = "CODE" };
    private readonly Option<uint?> _asn = new("--asn") { Description = "Autonomous system number of the source.", HelpName = "N" };
    private readonly Option<string?> _port = new("--port") { Description = "Target port, for example 23/tcp.", HelpName = "PORT" };
    private readonly Option<string?> _source = new("--source") { Description = "Source address.", HelpName = "ADDRESS" };
    private readonly Option<TrafficClass?> _class = new("--class") { Description = "scan, worm, bruteforce, alert, other or backscatter." };
    private readonly Option<Fingerprint?> _fingerprint = new("--fingerprint") { Description = "mirai, zmap, masscan or none." };
    private readonly Option<Origin?> _origin = new("--origin") { Description = "domestic, foreign or unknown." };
    private readonly Option<TargetKind?> _target = new("--target") { Description = "government, private or unknown." };
    private readonly Option<ushort?> _sector = new("--sector") { Description = "Sector id of the target.", HelpName = "ID" };
    private readonly Option<ushort?> _organisation = new("--organisation") { Description = "Organisation of the target, its number in the address plan.", HelpName = "ID" };
    private readonly Option<string[]> _sensors = new("--sensor") { Description = "Only this sensor; may be given several times.", HelpName = "NAME" };

    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[_from, _to, _unit, _research, _country, _asn, _port, _source, _class, _fingerprint, _origin, _target, _sector, _organisation, _sensors])
            command.Add(option);
    }

    /// <summary>The filter asked for; an unset period is the last days held.</summary>
    /// <exception cref="RefusalException">A value cannot be read; the message names the option.</exception>
    internal async Task<ObservationFilter> ReadAsync(ParseResult parsed, IObservationStore store, CancellationToken cancel)
    {
        var sensors = parsed.GetValue(_sensors) is { Length: > 0 } named ? named : null;
        var to = Time(parsed, _to) ?? await EndAsync(store, sensors, cancel).ConfigureAwait(false);
        var from = Time(parsed, _from) ?? to.AddDays(-DefaultDays);
        if (from >= to) throw Wrong($"The period is empty: it starts at {from:u} and ends before {to:u}.");
        return new ObservationFilter
        {
            From = from,
            To = to,
            Unit = parsed.GetValue(_unit),
            IncludeResearch = parsed.GetValue(_research),
            SourceCountry = Read(parsed, _country, (string text, out CountryCode code) => CountryCode.TryParse(text, out code), "is not a two-letter country code"),
            Asn = parsed.GetValue(_asn),
            Port = Read(parsed, _port, (string text, out PortKey port) => PortKey.TryParse(text, out port), "is not a port such as 23/tcp, 53/udp or icmp"),
            Source = Read(parsed, _source, (string text, out NetworkAddress address) => NetworkAddress.TryParse(text, out address), "is not an IPv4 or IPv6 address"),
            Class = parsed.GetValue(_class),
            Fingerprint = parsed.GetValue(_fingerprint),
            Origin = parsed.GetValue(_origin),
            TargetKind = parsed.GetValue(_target),
            Sector = parsed.GetValue(_sector),
            TargetOrganisation = parsed.GetValue(_organisation),
            Sensors = sensors,
        };
    }

    private delegate bool TryRead<T>(string text, out T value);

    private static T? Read<T>(ParseResult parsed, Option<string?> option, TryRead<T> tryRead, string complaint)
        where T : struct =>
        parsed.GetValue(option) is not { } text ? null : tryRead(text, out var value) ? value : throw Wrong($"{option.Name} '{text}' {complaint}.");

    private static DateTimeOffset? Time(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text) return null;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw Wrong($"{option.Name} '{text}' is not a time such as 2026-03-01 or 2026-03-01T09:30Z (UTC unless it says otherwise).");
    }

    private static async Task<DateTimeOffset> EndAsync(IObservationStore store, IReadOnlyList<string>? sensors, CancellationToken cancel)
    {
        var extent = await store.ExtentAsync(sensors, cancel).ConfigureAwait(false)
            ?? throw Wrong(sensors is null
                ? "The store holds no observations yet. Bring some in with: noroshi observe import FILE --sensor NAME --data DIR"
                : $"The store holds no observations of the sensor {string.Join(", ", sensors)}.");
        return new DateTimeOffset(extent.Last.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
    }

    private static RefusalException Wrong(string message) => new(message, RefusalException.Input);
}
