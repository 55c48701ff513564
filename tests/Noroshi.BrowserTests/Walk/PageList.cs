namespace Noroshi.BrowserTests.Walk;

/// <summary>Every page a person can open; new pages are added here and are then looked at in every appearance.</summary>
/// <remarks>A path that ends in <c>/*</c> stands for the first page that the page above it links to.</remarks>
internal static class PageList
{
    /// <summary>For the signed-in administrator.</summary>
    internal static readonly IReadOnlyList<string> SignedIn =
    [
        "/",
        "/find?q=a",
        "/docs",
        "/docs?q=node",
        "/states/JP",
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
        "/observatory/source/240.202.0.10",
        "/observatory/imports",
        "/observatory/imports/*",
        "/observatory/sensors",
        "/observatory/sensors/*",
        "/observatory/plan",
        "/law",
        "/law/instruments/ETS185?on=2018-09-30&basis=deposited",
        "/law/instruments/CIS2001",
        "/law/states?state=JP",
        "/law/states/CW",
        "/law/matrix",
        "/law/changes?from=2024-01-01&to=2024-12-31",
        "/law/offences",
        "/law/norms",
        "/law/norms/c",
        "/law/norms/report",
        "/law/basis",
        "/law/basis?from=JP&to=US&measure=PRESERVE&offence=illegal-access&on=2026-01-15&started=2026-01-16",
        "/law/basis?from=JP&to=DE&measure=SUBSCRIBER_DIRECT&on=2026-02-28",
        "/law/rules/B004",
        "/hotline",
        "/hotline/*",
        "/hotline/new",
        "/hotline/new?phrase=n1",
        "/hotline/settings",
        "/hotline/no-such/transcript",
        "/settings/users/*",
        "/states",
        "/states/*",
        "/errors/403",
        "/errors/500",
        "/no-such-page",
    ];

    /// <summary>For strangers.</summary>
    internal static readonly IReadOnlyList<string> Strangers = ["/sign-in", "/sign-in/code", "/set-up/old", "/invitation/old", "/errors/404"];
}
