namespace Noroshi.BrowserTests.Walk;

/// <summary>Every page a person can open; new pages are added here and are then looked at in every appearance.</summary>
internal static class PageList
{
    /// <summary>For the signed-in administrator.</summary>
    internal static readonly IReadOnlyList<string> SignedIn =
    [
        "/",
        "/find?q=a",
        "/docs",
        "/docs?q=node",
        "/account",
        "/settings/users",
        "/settings/organisations",
        "/settings/tokens",
        "/settings/sharing",
        "/settings/audit",
        "/account/second-factor",
        "/observatory",
        "/observatory/top/country",
        "/observatory/top/port",
        "/errors/403",
        "/errors/500",
        "/no-such-page",
    ];

    /// <summary>For strangers.</summary>
    internal static readonly IReadOnlyList<string> Strangers = ["/sign-in", "/set-up/old", "/errors/404"];
}
