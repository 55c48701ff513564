using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;

namespace Noroshi.Node.Hosting;

/// <summary>Whose word is taken about where a request came from, and under which names the node answers.</summary>
internal static class ReverseProxies
{
    internal static IServiceCollection AddReverseProxies(this IServiceCollection services, NodeSettings settings)
    {
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            // The defaults believe loopback; a program on the same machine could then claim any address.
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            options.ForwardedHeaders = settings.Proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            foreach (var proxy in settings.Proxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                    options.KnownProxies.Add(address);
                else
                    options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
            foreach (var host in settings.AllowedHosts)
                options.AllowedHosts.Add(host);
        });
        services.Configure<HostFilteringOptions>(options =>
            options.AllowedHosts = settings.AllowedHosts.Count == 0 ? ["*"] : [.. settings.AllowedHosts]);
        return services;
    }
}
