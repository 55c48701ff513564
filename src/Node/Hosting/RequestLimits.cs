using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Noroshi.Node.Hosting;

/// <summary>What a connection may cost before anybody is known: sizes and times.</summary>
internal static class RequestLimits
{
    internal static void ConfigureLimits(this KestrelServerOptions kestrel, NodeSettings settings)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = settings.MaxRequestBytes;
        limits.MaxRequestHeadersTotalSize = 32 << 10;
        limits.MaxRequestHeaderCount = 100;
        limits.MaxRequestLineSize = 16 << 10;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxConcurrentConnections = 2000;
        limits.MaxConcurrentUpgradedConnections = 100;
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}
