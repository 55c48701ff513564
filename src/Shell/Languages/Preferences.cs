using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Headers;

namespace Noroshi.Shell.Languages;

/// <summary>Language and theme of a request: asked for in the address, else remembered, else what the browser prefers.</summary>
/// <remarks>Works without script: the switches are links to the same page with <c>?lang=</c> or <c>?theme=</c>.</remarks>
internal static class Preferences
{
    internal const string LanguageKey = "lang";
    internal const string ThemeKey = "theme";
    internal static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    internal static void UsePreferences(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (Remember(context) is { } canonical)
        {
            context.Response.Redirect(canonical);
            return Task.CompletedTask;
        }

        var language = LanguageOf(context.Request);
        CultureInfo.CurrentCulture = language;
        CultureInfo.CurrentUICulture = language;
        context.Response.Headers.ContentLanguage = language.TwoLetterISOLanguageName;
        context.Response.Headers.Vary = "Cookie, Accept-Language";
        return next(context);
    });

    internal static string ThemeOf(HttpRequest request) =>
        request.Cookies[ThemeKey] is { } theme && Themes.Contains(theme) ? theme : "auto";

    internal static CultureInfo LanguageOf(HttpRequest request) =>
        Language.Find(request.Query[LanguageKey]) ?? Language.Find(request.Cookies[LanguageKey]) ?? Preferred(request.GetTypedHeaders()) ?? Language.All[0];

    /// <summary>Keeps a choice made in the address of a page; answers the address without the choice, or <c>null</c> when there was none.</summary>
    private static string? Remember(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html")) return null;
        var language = Language.Find(request.Query[LanguageKey])?.TwoLetterISOLanguageName;
        var theme = Themes.FirstOrDefault(known => known == request.Query[ThemeKey]);
        if (language is null && theme is null) return null;
        if (language is not null) Keep(context, LanguageKey, language);
        if (theme is not null) Keep(context, ThemeKey, theme);
        var rest = request.Query.Where(pair => pair.Key is not (LanguageKey or ThemeKey));
        return request.PathBase + InLanguage(request.Path, language) + new QueryBuilder(rest).ToQueryString();
    }

    /// <summary>The documentation carries its language in the address: the switch leads to the other one.</summary>
    private static string InLanguage(PathString path, string? language) =>
        language is not null && path.Value is { Length: > 8 } text && text.StartsWith("/docs/", StringComparison.Ordinal) && text[8] == '/' && Language.Find(text[6..8]) is not null
            ? $"/docs/{language}{text[8..]}"
            : path;

    private static void Keep(HttpContext context, string key, string value) => context.Response.Cookies.Append(key, value, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        MaxAge = TimeSpan.FromDays(365),
        IsEssential = true,
    });

    private static CultureInfo? Preferred(RequestHeaders headers) => headers.AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => Language.Find(wish.Value.Value))
        .FirstOrDefault(language => language is not null);
}
