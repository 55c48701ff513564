using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Noroshi.Shell.Languages;

/// <summary>Links that keep the page and change one thing about it.</summary>
public static class SamePageLink
{
    /// <summary>This page with one query value set, or removed when <paramref name="value"/> is <c>null</c>; all others are kept.</summary>
    public static string SamePage(this HttpRequest request, string key, string? value) => request.SamePage([(key, value)]);

    /// <summary>This page with several query values set or removed (<c>null</c>).</summary>
    public static string SamePage(this HttpRequest request, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = new QueryBuilder();
        var changed = changes.ToArray();
        foreach (var (key, values) in request.Query.Where(pair => changed.All(change => change.Key != pair.Key)))
            query.Add(key, values.OfType<string>());
        foreach (var (key, value) in changed)
            if (value is not null) query.Add(key, value);
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
