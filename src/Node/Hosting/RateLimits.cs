using System.Globalization;
using System.Threading.RateLimiting;

namespace Noroshi.Node.Hosting;

/// <summary>How often one address or user may ask; stricter where passwords are tried and where files arrive.</summary>
internal static class RateLimits
{
    internal static IServiceCollection AddRateLimits(this IServiceCollection services, NodeSettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(5);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => Everyone(context, settings)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => Secrets(context, settings)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => Uploads(context, settings)));
        });

    private static RateLimitPartition<string> Everyone(HttpContext context, NodeSettings settings) =>
        context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? RateLimitPartition.GetNoLimiter("health")
            : RateLimitPartition.GetTokenBucketLimiter(Who(context), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = settings.RequestBurst,
                TokensPerPeriod = Math.Max(1, settings.RequestBurst / 5),
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            });

    // Keyed by address, not by user: whoever tries passwords is not signed in, and changes the name with every attempt.
    private static RateLimitPartition<string> Secrets(HttpContext context, NodeSettings settings) =>
        IsSecret(context.Request)
            ? RateLimitPartition.GetSlidingWindowLimiter(Address(context), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = settings.SignInPerMinute,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("open");

    private static RateLimitPartition<string> Uploads(HttpContext context, NodeSettings settings) =>
        IsUpload(context.Request)
            ? RateLimitPartition.GetConcurrencyLimiter(Who(context), _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = settings.UploadsAtOnce,
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("small");

    private static bool IsSecret(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Array.Exists(
            SecretPaths, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static bool IsUpload(HttpRequest request) =>
        (HttpMethods.IsPost(request.Method) || HttpMethods.IsPut(request.Method))
        && (request.ContentLength is > 1 << 20 || (request.ContentLength is null && request.Headers.TransferEncoding.Count > 0));

    private static readonly PathString[] SecretPaths = ["/sign-in", "/set-up", "/invitation", "/contacts/answer", "/account", "/api/v1/sign-in", "/api/v1/account"];

    private static string Who(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true } && context.User.FindFirst("sub") is { } id
            ? "user " + id.Value
            : Address(context);

    // An IPv6 customer holds a whole /64: counting single addresses there would count nothing.
    private static string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is null)
            return "local";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
