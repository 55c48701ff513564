using Noroshi.Storage;

namespace Noroshi.Node.Hosting;

/// <summary>What an operator may set in <c>noroshi.json</c> of the data folder, section <c>Node</c>, or by <c>NOROSHI_Node__…</c>.</summary>
internal sealed class NodeSettings
{
    /// <summary>Host names the node answers to; empty answers to all (put names here when the node is reachable from outside).</summary>
    public IList<string> AllowedHosts { get; init; } = [];

    /// <summary>Addresses or networks of reverse proxies whose X-Forwarded-* headers are believed; nobody else's are.</summary>
    public IList<string> Proxies { get; init; } = [];

    /// <summary>Largest request body in bytes outside uploads.</summary>
    public long MaxRequestBytes { get; init; } = 4 << 20;

    /// <summary>Requests one address or user may make in a burst; a fifth of it comes back each second.</summary>
    public int RequestBurst { get; init; } = 1000;

    /// <summary>Attempts to sign in, set up or recover that one address may make in a minute.</summary>
    public int SignInPerMinute { get; init; } = 20;

    /// <summary>Uploads one address or user may have under way at once.</summary>
    public int UploadsAtOnce { get; init; } = 4;

    /// <summary>Where traces and metrics go (OTLP over HTTP); empty sends none. The standard OTEL_EXPORTER_OTLP_ENDPOINT works too.</summary>
    public string? OtlpEndpoint { get; init; }

    /// <summary>Seconds a request under way is given to finish when the node is told to stop.</summary>
    public int StopSeconds { get; init; } = 30;

    /// <summary>The name of the file in the data folder.</summary>
    internal const string FileName = "noroshi.json";

    /// <summary>Reads file and environment; a misspelt key or a value out of range is refused by name.</summary>
    internal static (IConfigurationRoot Configuration, NodeSettings Settings) Read(string dataDirectory)
    {
        var file = Path.Combine(dataDirectory, FileName);
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("NOROSHI_")
                .Build();
            var settings = configuration.GetSection("Node").Get<NodeSettings>(o => o.ErrorOnUnknownConfiguration = true) ?? new NodeSettings();
            settings.Check(file);
            return (configuration, settings);
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or FormatException)
        {
            throw new RefusalException(
                $"The settings in {file} (or NOROSHI_Node__… in the environment) cannot be read: {error.Message} {error.GetBaseException().Message}",
                RefusalException.Input,
                error);
        }
    }

    private void Check(string file)
    {
        AtLeast(MaxRequestBytes, 1 << 16, nameof(MaxRequestBytes));
        AtLeast(RequestBurst, 10, nameof(RequestBurst));
        AtLeast(SignInPerMinute, 1, nameof(SignInPerMinute));
        AtLeast(UploadsAtOnce, 1, nameof(UploadsAtOnce));
        AtLeast(StopSeconds, 1, nameof(StopSeconds));
        foreach (var proxy in Proxies)
        {
            if (!System.Net.IPNetwork.TryParse(proxy, out _) && !System.Net.IPAddress.TryParse(proxy, out _))
                throw Refuse(nameof(Proxies), $"'{proxy}' is neither an address nor a network (10.0.0.0/8)");
        }
        if (OtlpEndpoint is { Length: > 0 } && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw Refuse(nameof(OtlpEndpoint), $"'{OtlpEndpoint}' is not an http or https address");

        void AtLeast(long value, long least, string name)
        {
            if (value < least)
                throw Refuse(name, $"{value} is below {least}");
        }

        RefusalException Refuse(string name, string why) =>
            new($"Setting Node:{name} in {file} or the environment: {why}.", RefusalException.Input);
    }
}
