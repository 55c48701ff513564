using System.Globalization;
using Microsoft.Extensions.Primitives;
using Noroshi.Kernel;
using Noroshi.Observatory.Domain;
using Noroshi.Observatory.Enrichment;

namespace Noroshi.Observatory.Api;

/// <summary>Reads a view from query parameters, strictly: what is not understood is refused by name, never ignored.</summary>
/// <param name="held">What presets are counted back from.</param>
/// <param name="knownSensors">Names of the sensors the viewer may see.</param>
/// <param name="all">True where that is every sensor there is, so that no condition on sensors is needed.</param>
internal sealed class ViewReader(Held held, IReadOnlyList<string> knownSensors, bool all)
{
    private const int LongestValue = 200;
    private const int MostSensors = 100;
    private readonly SortedDictionary<int, string[]> _values = [];

    /// <summary>The first thing that is wrong; null while all is well.</summary>
    internal FilterProblem? Problem { get; private set; }

    /// <summary>Reads the parameters; null and <see cref="Problem"/> set when one of them is wrong. Empty values are unset, as forms send them.</summary>
    /// <param name="query">All parameters of the request.</param>
    /// <param name="own">Names the endpoint reads itself.</param>
    internal ViewQuery? Read(IEnumerable<KeyValuePair<string, StringValues>> query, params string[] own)
    {
        foreach (var (name, values) in query)
        {
            if (own.Contains(name, StringComparer.Ordinal)) continue;
            if (!Collect(name, values)) return null;
        }

        var unit = Word("unit", Vocabulary.Units) ?? CountingUnit.Packet;
        var research = Bool("research");
        var origin = Word("origin", Vocabulary.Origins);
        var target = Word("target", Vocabulary.Targets);
        var country = Country();
        var asn = Number("asn", uint.MaxValue, "an autonomous system number from 0 (unknown) to 4294967295, for example 64512");
        var port = Parsed<PortKey>("port", PortKey.TryParse, "a port of a protocol, for example 23/tcp, 53/udp, icmp or proto-47");
        var source = Parsed<NetworkAddress>("source", static (string t, out NetworkAddress a) => NetworkAddress.TryParse(t, out a), "one IPv4 or IPv6 address, for example 240.1.2.3");
        var sector = Sector();
        var organisation = Number("organisation", ushort.MaxValue, "the number of an organisation of the address plan");
        var traffic = Word("class", Vocabulary.Classes);
        var fingerprint = Word("fingerprint", Vocabulary.Fingerprints);
        var sensors = SensorNames();
        TimeSpan? bin = Get("bin") is null ? null : Word("bin", Periods.Bins);
        var (from, to) = Period();
        if (Problem is null && bin is { } width && (to - from) / width > Periods.MostBins)
            Fail("bin", $"would cut the period into more than {Periods.MostBins} bins", "Choose a wider bin or a shorter period.");
        if (Problem is not null) return null;

        var filter = new ObservationFilter
        {
            From = from,
            To = to,
            Unit = unit,
            IncludeResearch = research,
            Origin = origin,
            TargetKind = target,
            SourceCountry = country,
            Asn = (uint?)asn,
            Port = port,
            Source = source,
            Sector = sector,
            TargetOrganisation = (ushort?)organisation,
            Class = traffic,
            Fingerprint = fingerprint,
            Sensors = sensors ?? (all ? null : knownSensors),
        };
        return new ViewQuery(filter, bin, _values);
    }

    private delegate bool Try<T>(string text, out T value);

    private bool Collect(string name, StringValues values)
    {
        var index = ViewQuery.Names.ToList().IndexOf(name);
        if (index < 0) return Fail(name.Length > 40 ? name[..40] : name, "is not a parameter of this view", "Use one of: " + string.Join(", ", ViewQuery.Names) + ".");
        var given = values.Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).ToArray();
        if (given.Any(v => v.Length > LongestValue)) return Fail(name, "is too long", $"Send at most {LongestValue} characters.");
        if (given.Length > 1 && name != "sensor") return Fail(name, "is given more than once", "Give it once.");
        if (given.Length > MostSensors) return Fail(name, "is given too often", $"Give at most {MostSensors}.");
        if (given.Length > 0) _values[index] = given;
        return true;
    }

    private string? Get(string name) => _values.TryGetValue(ViewQuery.Names.ToList().IndexOf(name), out var values) ? values[0] : null;

    private T? Word<T>(string name, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Get(name) is not { } text) return null;
        if (words.TryGetValue(text, out var value)) return value;
        Fail(name, "is not a known word", "Use one of: " + string.Join(", ", words.Keys) + ".");
        return null;
    }

    private bool Bool(string name)
    {
        switch (Get(name))
        {
            case null or "false": return false;
            case "true": return true;
            default: return Fail(name, "is neither true nor false", "Use true or false.");
        }
    }

    private CountryCode? Country() => Get("country") switch
    {
        null => null,
        "unknown" => CountryCode.Unknown,
        var text => Parsed<CountryCode>("country", static (string t, out CountryCode c) => CountryCode.TryParse(t, out c), "a two-letter country code (ISO 3166-1 alpha-2), for example PH, or unknown"),
    };

    private long? Number(string name, long largest, string shape)
    {
        if (Get(name) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= largest) return value;
        Fail(name, "is not understood", $"Send {shape}.");
        return null;
    }

    private ushort? Sector()
    {
        if (Get("sector") is not { } text) return null;
        if (text == "unknown") return 0;
        if (Sectors.Find(text) is { } sector) return sector.Id;
        Fail("sector", "is not a known sector", "Use one of: " + string.Join(", ", Sectors.All.Select(s => s.Key)) + ", unknown.");
        return null;
    }

    private T? Parsed<T>(string name, Try<T> read, string shape)
        where T : struct
    {
        if (Get(name) is not { } text) return null;
        if (read(text, out var value)) return value;
        Fail(name, "is not understood", $"Send {shape}.");
        return null;
    }

    private string[]? SensorNames()
    {
        if (!_values.TryGetValue(ViewQuery.Names.ToList().IndexOf("sensor"), out var names)) return null;
        // The same words for a sensor that does not exist and one that may not be seen: the answer must not tell them apart.
        if (names.Any(name => !knownSensors.Contains(name, StringComparer.Ordinal)))
            Fail("sensor", "names a sensor that does not exist or that you may not see", "Choose from the list of sensors.");
        return names;
    }

    private (DateTimeOffset From, DateTimeOffset To) Period()
    {
        var (from, to, period) = (Get("from"), Get("to"), Get("period"));
        if (from is null && to is null)
        {
            var length = Periods.Presets[Periods.Default];
            if (period is not null && !Periods.Presets.TryGetValue(period, out length))
                Fail("period", "is not a known period", "Use one of: " + string.Join(", ", Periods.Presets.Keys) + "; or from and to.");
            return (held.EndOfLastDay - length, held.EndOfLastDay);
        }

        if (period is not null) Fail("period", "cannot be combined with from and to", "Send either period, or from and to.");
        var end = held.EndOfLastDay;
        if (to is not null && !Instant.TryRead(to, out end)) Fail("to", "is not a time", "Send a UTC day or time, for example 2026-11-22 or 2026-11-22T08:00Z; it is exclusive.");
        // A time that could not be read has no fortnight before it.
        if (Problem is not null) return default;
        var start = end - Periods.Presets[Periods.Default];
        if (from is not null && !Instant.TryRead(from, out start)) Fail("from", "is not a time", "Send a UTC day or time, for example 2026-11-08 or 2026-11-08T08:00Z.");
        if (Problem is null && start >= end) Fail("from", "is not before to", "Choose a start before the end.");
        if (Problem is null && end - start > Periods.Longest) Fail("from", "is too long before to", "Choose a period of at most ten years.");
        return (start, end);
    }

    private bool Fail(string parameter, string wrong, string remedy)
    {
        Problem ??= new FilterProblem(parameter, wrong, remedy);
        return false;
    }
}
